package org.citycase.database;

import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.citycase.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does again what lost a race against another transaction, from its beginning and as long as
 * nothing of it was committed; who loses again and again is told to come back.
 */
@Component
public class Repeats implements TransactionExecutionListener {

  private static final int ATTEMPTS = 4;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(40);

  private static final ThreadLocal<Attempt> RUNNING = new ThreadLocal<>();

  /** What became of an attempt. */
  private static final class Attempt {

    /** What a layer below already turned into an answer: the transaction around it is lost. */
    private LostRace told;

    private boolean committed;
  }

  /**
   * The result of this work, which keeps nothing outside of its transactions. Inside of a
   * transaction nothing is repeated: whoever began that has to.
   *
   * @throws Refusal when it lost each race, or waited for a lock in vain
   */
  public <T> T of(Callable<T> work) throws Exception {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return once(work);
    }
    Attempt around = RUNNING.get();
    try {
      return again(work);
    } finally {
      end(around);
    }
  }

  private static void end(Attempt around) {
    if (around == null) {
      RUNNING.remove();
    } else {
      around.committed |= RUNNING.get().committed;
      RUNNING.set(around);
    }
  }

  private static <T> T once(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (Exception thrown) {
      LostRace race = LostRace.of(thrown);
      if (race == null) {
        throw thrown;
      }
      tell(race);
      throw (Refusal) refusal(race).initCause(thrown);
    }
  }

  private static <T> T again(Callable<T> work) throws Exception {
    for (int number = 1; ; number++) {
      Attempt attempt = new Attempt();
      RUNNING.set(attempt);
      try {
        T result = work.call();
        if (!mayHelp(attempt.told, attempt, number)) {
          return result;
        }
      } catch (Exception thrown) {
        LostRace race = LostRace.of(thrown);
        if (race == null) {
          throw thrown;
        }
        if (!mayHelp(race, attempt, number)) {
          throw (Refusal) (attempt.committed ? inPart() : refusal(race)).initCause(thrown);
        }
      }
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE * number));
    }
  }

  /** Whether another attempt may help and does nothing twice. */
  private static boolean mayHelp(LostRace race, Attempt attempt, int number) {
    return race != null
        && race != LostRace.WAITED_IN_VAIN
        && number < ATTEMPTS
        && !attempt.committed;
  }

  /** For who turns a lost race into an answer inside of somebody else's transaction. */
  public static void tell(LostRace race) {
    Attempt attempt = RUNNING.get();
    if (attempt != null) {
      attempt.told = race;
    }
  }

  /** What is said when something was committed before the race was lost. */
  private static Refusal inPart() {
    return Refusal.inBoth(
        Refusal.Kind.CONFLICT,
        "此刻有人正在改动同一内容，刚才的请求只完成了一部分：请先查看现在的状态再继续。",
        "Others are changing the same just now and only a part of this was done: look at what is"
            + " there before you go on.");
  }

  /** What is said to who lost. */
  public static Refusal refusal(LostRace race) {
    return race == LostRace.OUTRUN
        ? Refusal.inBoth(
            Refusal.Kind.CONFLICT,
            "此刻有人改动了同一内容：请重新读取后再试。",
            "Somebody else changed the same at this moment: read it again and repeat.")
        : Refusal.inBoth(
            Refusal.Kind.BUSY,
            "此刻有人正在改动同一内容：请稍后重试，刚才的请求没有改变任何东西。",
            "Others are changing the same just now: repeat in a moment, nothing was changed.");
  }

  @Override
  public void afterCommit(TransactionExecution transaction, Throwable failure) {
    Attempt attempt = RUNNING.get();
    if (attempt != null && failure == null && !transaction.isReadOnly()) {
      attempt.committed = true;
    }
  }
}
