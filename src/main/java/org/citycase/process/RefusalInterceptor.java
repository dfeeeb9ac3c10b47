package org.citycase.process;

import jakarta.persistence.OptimisticLockException;
import java.lang.reflect.Field;
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
import org.citycase.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
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

  private static final ThreadLocal<Refusal> LAST = new ThreadLocal<>();

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
          throw thrown;
        }
        LAST.set(refusal);
        throw refusal;
      }
    }
  }

  /** A timer of the case may move at the very instant a person completes a task of it. */
  private boolean mayTryAgain(RuntimeException thrown, Command<?> command) {
    return isCompletion(command)
        && isLostRace(thrown)
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

  /** The refusal of this thread's last command, once. */
  static Refusal takeLast() {
    Refusal last = LAST.get();
    LAST.remove();
    return last;
  }

  private Refusal refusalIn(RuntimeException thrown, Command<?> command) {
    if (cause(thrown, Refusal.class) instanceof Refusal refusal) {
      return refusal;
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
    return cause(thrown, OptimisticLockingException.class) != null
        || cause(thrown, ConcurrencyFailureException.class) != null
        || cause(thrown, OptimisticLockException.class) != null;
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
