package org.citycase.process;

import java.lang.reflect.Field;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.citycase.DatabaseAway;
import org.citycase.Refusal;
import org.citycase.database.LostRace;
import org.citycase.database.Repeats;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ReflectionUtils;

/**
 * Brings a refusal out of the engine as itself. The engine wraps what a listener or delegate
 * throws; without this the sentence would be buried in a stack of causes and answered as a server
 * error.
 */
class RefusalInterceptor extends CommandInterceptor {

  static final String TOO_LATE =
      "This task is no longer open: somebody else completed it. Reload the list of tasks.";

  static final String JUST_MOVED =
      "The case moved at this very moment, by a timer or by somebody else: complete the task again.";

  private static final Field COMPLETED = PassingVariables.field(CompleteTaskCmd.class, "taskId");
  private static final Field SUBMITTED = PassingVariables.field(SubmitTaskFormCmd.class, "taskId");

  private static final int ATTEMPTS = 4;

  /** Only while one of the engine's doors is asked: elsewhere nobody would clear it. */
  private static final ThreadLocal<Heard> HEARD = new ThreadLocal<>();

  /** What the commands of one request ended with. */
  private static final class Heard {

    private Refusal refusal;
    private RuntimeException failure;
  }

  private final Predicate<String> isOpen;

  /**
   * @param isOpen whether the task of an id is still there
   */
  RefusalInterceptor(Predicate<String> isOpen) {
    this.isOpen = isOpen;
  }

  @Override
  public <T> T execute(Command<T> command) {
    for (int attempt = 1; ; attempt++) {
      try {
        return next.execute(command);
      } catch (RuntimeException thrown) {
        if (attempt < ATTEMPTS && mayTryAgain(thrown, command)) {
          continue;
        }
        Refusal refusal = refusalIn(thrown, command);
        if (refusal == null) {
          if (isLostRace(thrown)) {
            throw toldToTheDoor(thrown);
          }
          hear(heard -> heard.failure = thrown);
          throw thrown;
        }
        hear(heard -> heard.refusal = refusal);
        throw refusal;
      }
    }
  }

  /** Our door does the whole request again; at the engine's door he is told to come back. */
  private static RuntimeException toldToTheDoor(RuntimeException thrown) {
    LostRace known = LostRace.of(thrown);
    LostRace race = known == null ? LostRace.OUTRUN : known;
    hear(heard -> heard.refusal = Repeats.refusal(race));
    Repeats.tell(race);
    if (known != null || !TransactionSynchronizationManager.isActualTransactionActive()) {
      return thrown;
    }
    return new OptimisticLockingFailureException(thrown.getMessage(), thrown);
  }

  /** A timer of the case may move at the very instant a person completes a task of it. */
  private boolean mayTryAgain(RuntimeException thrown, Command<?> command) {
    return isCompletion(command)
        && isLostRace(thrown)
        && LostRace.of(thrown) != LostRace.WAITED_IN_VAIN
        && !TransactionSynchronizationManager.isActualTransactionActive()
        && isOpen.test(taskOf(command));
  }

  private static boolean isCompletion(Command<?> command) {
    return command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd;
  }

  private static String taskOf(Command<?> command) {
    Field id = command instanceof CompleteTaskCmd ? COMPLETED : SUBMITTED;
    return String.valueOf(ReflectionUtils.getField(id, command));
  }

  /** From now on what this thread's commands end with is kept, until {@link #forget}. */
  static void listen() {
    HEARD.set(new Heard());
  }

  static void forget() {
    HEARD.remove();
  }

  private static void hear(Consumer<Heard> told) {
    Heard heard = HEARD.get();
    if (heard != null) {
      told.accept(heard);
    }
  }

  /** The last refusal since one listens; null when there was none. */
  static Refusal lastRefusal() {
    Heard heard = HEARD.get();
    return heard == null ? null : heard.refusal;
  }

  /** What the last command that failed without a refusal threw since then; or null. */
  static RuntimeException lastFailure() {
    Heard heard = HEARD.get();
    return heard == null ? null : heard.failure;
  }

  private Refusal refusalIn(RuntimeException thrown, Command<?> command) {
    if (cause(thrown, Refusal.class) instanceof Refusal refusal) {
      return refusal;
    }
    if (DatabaseAway.isIn(thrown)) {
      return DatabaseAway.refusal(thrown);
    }
    if (isCompletion(command)
        && (isLostRace(thrown) || isGone(thrown) || lostItsRights(thrown, command))) {
      return new Refusal(
          Refusal.Kind.CONFLICT, isOpen.test(taskOf(command)) ? JUST_MOVED : TOO_LATE);
    }
    if (command instanceof DeployCmd && isUnreadable(thrown)) {
      return new Refusal(
          Refusal.Kind.MALFORMED,
          "The deployment is refused, what is in force stays: " + thrown.getMessage());
    }
    return null;
  }

  /** With a task its candidates' rights go: who comes too late seems to have never had them. */
  private boolean lostItsRights(RuntimeException thrown, Command<?> command) {
    if (!(thrown instanceof AuthorizationException)) {
      return false;
    }
    return !isOpen.test(taskOf(command));
  }

  private static boolean isGone(RuntimeException thrown) {
    return thrown instanceof NullValueException
        && String.valueOf(thrown.getMessage()).contains("Cannot find task with id");
  }

  private static boolean isLostRace(RuntimeException thrown) {
    return cause(thrown, OptimisticLockingException.class) != null || LostRace.of(thrown) != null;
  }

  private static boolean isUnreadable(RuntimeException thrown) {
    return thrown instanceof ProcessEngineException && !(thrown instanceof AuthorizationException);
  }

  private static Throwable cause(Throwable thrown, Class<? extends Throwable> kind) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return cause;
      }
    }
    return null;
  }
}
