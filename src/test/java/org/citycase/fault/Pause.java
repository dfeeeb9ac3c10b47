package org.citycase.fault;

/** Waits in real time: what dies here does so in real time too. */
final class Pause {

  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static void seconds(long seconds) {
    millis(seconds * 1000);
  }
}
