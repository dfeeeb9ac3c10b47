package org.citycase.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Two threads ask without a pause: first undisturbed, then while tables are swapped, then while new
 * versions are compiled and swapped. Lost is a question without an answer, mixed an answer of which
 * half is from another version.
 */
final class SwapBench {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");
  private static final int THREADS = 2;

  private final int rows;
  private final double seconds;
  private final BenchTable.Asked[] questions;
  private final AtomicReference<CompiledTable> inForce = new AtomicReference<>();

  SwapBench(int rows, double seconds) {
    this.rows = rows;
    this.seconds = seconds;
    this.questions = new BenchTable(rows, 1).questions(4096);
  }

  /** What one thread saw. */
  private record Seen(long asked, long lost, long mixed, long changes, long longestNanos) {

    Seen plus(Seen other) {
      return new Seen(
          asked + other.asked,
          lost + other.lost,
          mixed + other.mixed,
          changes + other.changes,
          Math.max(longestNanos, other.longestNanos));
    }
  }

  /** What goes on beside the questions; gives how many swaps it made. */
  private interface Disturbance {
    long until(AtomicBoolean over) throws Exception;
  }

  void run() throws Exception {
    CompiledTable one = new CompiledTable(new BenchTable(rows, 1).checked());
    CompiledTable two = new CompiledTable(new BenchTable(rows, 2).checked());
    inForce.set(one);
    System.out.printf("%n%,d rows, %d threads ask while versions change%n", rows, THREADS);
    line("warm-up", over -> 0);
    line("undisturbed", over -> 0);
    line("swap each ms", over -> swap(List.of(one, two), over));
    line("compile and swap", this::compileAndSwap);
  }

  private long swap(List<CompiledTable> versions, AtomicBoolean over) throws Exception {
    long swaps = 0;
    while (!over.get()) {
      inForce.set(versions.get((int) (++swaps % versions.size())));
      Thread.sleep(1);
    }
    return swaps;
  }

  private long compileAndSwap(AtomicBoolean over) {
    long swaps = 0;
    while (!over.get()) {
      inForce.set(new CompiledTable(new BenchTable(rows, (int) (3 + swaps++)).checked()));
    }
    return swaps;
  }

  private void line(String name, Disturbance disturbance) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS + 1);
    AtomicBoolean over = new AtomicBoolean();
    List<Future<Seen>> askers = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int offset = thread * questions.length / THREADS;
      askers.add(pool.submit(() -> askUntil(over, offset)));
    }
    Future<Long> swaps = pool.submit(() -> disturbance.until(over));
    Thread.sleep((long) (seconds * 3000));
    over.set(true);
    long swapped = swaps.get();
    Seen all = new Seen(0, 0, 0, 0, 0);
    for (Future<Seen> asker : askers) {
      all = all.plus(asker.get());
    }
    pool.shutdown();
    System.out.printf(
        "%-18s %,10d asked %6d swaps %6d seen %4d lost %4d mixed  longest wait %8.3f ms%n",
        name, all.asked, swapped, all.changes, all.lost, all.mixed, all.longestNanos / 1e6);
  }

  private Seen askUntil(AtomicBoolean over, int offset) {
    long asked = 0;
    long lost = 0;
    long mixed = 0;
    long changes = 0;
    long longest = 0;
    String last = "";
    while (!over.get()) {
      BenchTable.Asked question = questions[(int) ((offset + asked++) % questions.length)];
      long began = System.nanoTime();
      try {
        Map<String, String> said = inForce.get().ask(question, DAY).values();
        String limit = said.get("limitValue");
        mixed += limit.equals(said.get("sameLimit")) ? 0 : 1;
        changes += limit.equals(last) ? 0 : 1;
        last = limit;
      } catch (RuntimeException e) {
        lost++;
      }
      longest = Math.max(longest, System.nanoTime() - began);
    }
    return new Seen(asked, lost, mixed, changes, longest);
  }
}
