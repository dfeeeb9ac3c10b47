package org.citycase.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What the cases of one corridor cost, over all rounds since it was last cleared. */
final class Measured {

  private final Corridor corridor;
  private final AtomicInteger next;
  private int cases;
  private long nanos;
  private long worked;

  Measured(Corridor corridor) {
    this(corridor, 0);
  }

  /** Begins with the case of this number. */
  Measured(Corridor corridor, int first) {
    this.corridor = corridor;
    this.next = new AtomicInteger(first);
  }

  void clear() {
    corridor.tally().clear();
    cases = 0;
    nanos = 0;
    worked = 0;
  }

  /** Walks that many cases, shared among the threads. */
  void walk(int threads, int count) throws InterruptedException, ExecutionException {
    int end = next.get() + count;
    long began = System.nanoTime();
    ExecutorService people = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Long>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(people.submit(() -> walkUntil(end)));
      }
      for (Future<Long> one : all) {
        worked += one.get();
      }
    } finally {
      people.shutdownNow();
    }
    nanos += System.nanoTime() - began;
    cases += count;
  }

  /** Walks until the numbers are taken; gives the nanoseconds this thread worked. */
  private long walkUntil(int end) {
    for (int mine = take(end); mine < end; mine = take(end)) {
      corridor.walk(mine);
    }
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private int take(int end) {
    return next.getAndUpdate(number -> Math.min(number + 1, end));
  }

  /** Prints the kinds of statements that ran most often. */
  void print(int lines) {
    corridor.tally().print(lines, cases);
  }

  double perSecond() {
    return cases * 1e9 / nanos;
  }

  /** Milliseconds a processor worked for one case. */
  double cpuMillis() {
    return worked / 1e6 / cases;
  }

  double statements() {
    return (double) corridor.tally().statements() / cases;
  }

  double commits() {
    return (double) corridor.tally().commits() / cases;
  }

  double writingCommits() {
    return (double) corridor.tally().writingCommits() / cases;
  }
}
