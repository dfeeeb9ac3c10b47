package org.citycase;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets only a few make something heavy at once on this node; whoever waits too long is refused. */
public final class Turnstile {

  /** How long somebody waits for a place, and before he asks again, in seconds. */
  public static final int PATIENCE = 20;

  private final Semaphore places;
  private final Duration patience;

  public Turnstile(int places) {
    this(places, Duration.ofSeconds(PATIENCE));
  }

  Turnstile(int places, Duration patience) {
    this.places = new Semaphore(places, true);
    this.patience = patience;
  }

  /** A place that is taken until it is closed, once. */
  @FunctionalInterface
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes a place, waiting for one when all are taken.
   *
   * @throws Refusal when none was given back in time
   */
  public Place enter() {
    if (!isFree()) {
      throw Refusal.inBoth(
          Refusal.Kind.BUSY,
          "正在生成的文件太多，请 %d 秒后再试。".formatted(PATIENCE),
          "Too many files are being made: ask again in %d seconds.".formatted(PATIENCE));
    }
    return places::release;
  }

  private boolean isFree() {
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
