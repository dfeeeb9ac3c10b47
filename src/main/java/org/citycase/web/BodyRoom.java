package org.citycase.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many bytes of bodies are read at once on this node: each costs several times its size until
 * it is worked through. Small ones are not counted.
 */
final class BodyRoom {

  private static final long SMALL = 1024 * 1024;
  private static final int UNIT = 1024;

  private final Semaphore kilobytes;
  private final Duration patience;

  BodyRoom(long bytes, Duration patience) {
    kilobytes = new Semaphore(units(bytes), true);
    this.patience = patience;
  }

  /** Whether there is room for so many bytes, which are then to be {@linkplain #leave left}. */
  boolean enter(long bytes) {
    if (bytes <= SMALL) {
      return true;
    }
    try {
      return kilobytes.tryAcquire(units(bytes), patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void leave(long bytes) {
    if (bytes > SMALL) {
      kilobytes.release(units(bytes));
    }
  }

  private static int units(long bytes) {
    return Math.toIntExact(bytes / UNIT);
  }
}
