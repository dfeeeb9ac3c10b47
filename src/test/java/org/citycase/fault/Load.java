package org.citycase.fault;

import java.util.ArrayList;
import java.util.List;

/** Reporters and staff at work, each a thread. */
final class Load {

  private final Options options;
  private final Figures figures;
  private final Reporters reporters;
  private final Staff staff;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean reporting = true;
  private volatile boolean working = true;

  Load(Options options, Service service, Figures figures) {
    this.options = options;
    this.figures = figures;
    this.reporters = new Reporters(service, figures, options.seed());
    this.staff = new Staff(service, figures, options.seed() + 1);
  }

  void begin() {
    for (int i = 0; i < options.reporters(); i++) {
      begin("reporter-" + i, this::report);
    }
    for (int i = 0; i < options.staff(); i++) {
      begin("staff-" + i, this::work);
    }
  }

  private void begin(String name, Runnable what) {
    Thread thread = new Thread(what, name);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private void report() {
    while (reporting) {
      try {
        if (staff.open() < options.open()) {
          String number = reporters.report();
          if (number != null) {
            staff.takeOver(number);
          }
        }
      } catch (RuntimeException e) {
        figures.count("reporter: " + e);
      }
      Pause.millis(150);
    }
  }

  private void work() {
    while (working) {
      try {
        staff.work();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * Lets nobody report any more and waits until every case has come to its end.
   *
   * @return whether all have, before the time was up
   */
  boolean drain(long seconds) {
    reporting = false;
    await(threads.subList(0, options.reporters()), seconds);
    staff.hurry();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    while (staff.open() > 0 && System.nanoTime() < end) {
      Pause.millis(500);
    }
    working = false;
    await(threads, 20);
    return staff.open() == 0;
  }

  List<String> left() {
    return staff.openCases().stream().sorted().toList();
  }

  private static void await(List<Thread> threads, long seconds) {
    try {
      for (Thread thread : threads) {
        thread.join(seconds * 1000);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
