package org.citycase.access;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What another service tells once and for all, asked for when it is first wanted. While the service
 * does not answer, one request in a while waits for it; the others are refused at once, so that its
 * silence does not take all threads.
 */
final class LateAnswer<T> implements Supplier<T> {

  private static final long MOMENT = 500;

  private final Supplier<T> question;
  private final long pause;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile T answer;
  private volatile Long failed;

  LateAnswer(Supplier<T> question, Duration pause) {
    this.question = question;
    this.pause = pause.toNanos();
  }

  /**
   * The answer.
   *
   * @throws IllegalStateException when the service did not answer lately, or is being asked
   */
  @Override
  public T get() {
    if (answer != null) {
      return answer;
    }
    refuseDuringPause();
    if (!hasTurn()) {
      throw new IllegalStateException("The service is being asked just now.");
    }
    try {
      return ask();
    } finally {
      asking.unlock();
    }
  }

  private T ask() {
    if (answer == null) {
      refuseDuringPause();
      try {
        answer = question.get();
      } catch (RuntimeException away) {
        failed = System.nanoTime();
        throw away;
      }
    }
    return answer;
  }

  private void refuseDuringPause() {
    Long last = failed;
    if (last != null && System.nanoTime() - last < pause) {
      throw new IllegalStateException("The service did not answer a moment ago.");
    }
  }

  private boolean hasTurn() {
    try {
      return asking.tryLock(MOMENT, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
