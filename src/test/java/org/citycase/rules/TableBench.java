package org.citycase.rules;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast a table answers at 200, 2,000 and 10,000 rows, beside Camunda's DMN engine on the same
 * table and beside a look-up written by hand: the figures are the ratios. What a compiled table
 * costs to make and to keep, and what happens to those who ask while tables are swapped.
 */
public final class TableBench {

  private static final int[] SIZES = {200, 2_000, 10_000};
  private static final int QUESTIONS = 4096;
  private static final int ROUNDS = 3;
  private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "1"));

  /** Kept so that no answer is optimised away. */
  private final AtomicLong letters = new AtomicLong();

  private TableBench() {}

  public static void main(String[] args) throws Exception {
    TableBench bench = new TableBench();
    bench.cost();
    bench.speed();
    for (int size : SIZES) {
      new SwapBench(size, SECONDS).run();
    }
    System.out.println("checksum " + bench.letters);
  }

  private void cost() {
    new CompiledTable(new BenchTable(200, 1).checked());
    System.out.printf("%n%-8s %14s %14s %16s%n", "rows", "check ms", "compile ms", "retained MB");
    for (int size : SIZES) {
      long began = System.nanoTime();
      CheckedTable checked = new BenchTable(size, 1).checked();
      double check = millisSince(began);
      long before = used();
      began = System.nanoTime();
      CompiledTable compiled = new CompiledTable(checked);
      double compile = millisSince(began);
      double megabytes = (used() - before) / 1e6;
      System.out.printf("%-8d %14.0f %14.0f %16.1f%n", size, check, compile, megabytes);
      letters.addAndGet(compiled.table().rows().size());
    }
  }

  private void speed() throws Exception {
    for (int size : SIZES) {
      BenchTable table = new BenchTable(size, 1);
      List<String> names = List.of("compiled table", "by hand", "DMN, JUEL", "DMN, FEEL");
      List<BenchContender> ways =
          List.of(
              BenchContender.ofOurs(new CompiledTable(table.checked())),
              BenchContender.byHand(table),
              BenchContender.ofDmn(table, true),
              BenchContender.ofDmn(table, false));
      BenchTable.Asked[] questions = table.questions(QUESTIONS);
      sameAnswers(ways, questions);
      for (int threads = 1; threads <= 2; threads++) {
        print(size, threads, names, best(ways, questions, threads));
      }
    }
  }

  private static void sameAnswers(List<BenchContender> ways, BenchTable.Asked[] questions) {
    for (int i = 0; i < 20; i++) {
      String expected = ways.get(1).rowFor(questions[i]);
      for (BenchContender way : ways) {
        if (!way.rowFor(questions[i]).equals(expected)) {
          throw new IllegalStateException("Not the same answer to " + questions[i]);
        }
      }
    }
  }

  /** The ways take turns, so that other work on the machine slows all alike. */
  private double[] best(List<BenchContender> ways, BenchTable.Asked[] questions, int threads)
      throws Exception {
    double[] best = new double[ways.size()];
    for (int round = 0; round < ROUNDS; round++) {
      for (int way = 0; way < ways.size(); way++) {
        best[way] = Math.max(best[way], perSecond(ways.get(way), questions, threads));
      }
    }
    return best;
  }

  private double perSecond(BenchContender way, BenchTable.Asked[] questions, int threads)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Double>> rates = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int offset = thread * QUESTIONS / threads;
      rates.add(pool.submit(() -> perSecond(way, questions, offset, SECONDS)));
    }
    double sum = 0;
    for (Future<Double> rate : rates) {
      sum += rate.get();
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    return sum;
  }

  private double perSecond(
      BenchContender way, BenchTable.Asked[] questions, int offset, double seconds) {
    long began = System.nanoTime();
    long end = began + (long) (seconds * 1e9);
    long asked = 0;
    long told = 0;
    while (System.nanoTime() < end) {
      told += way.rowFor(questions[(int) ((offset + asked++) % QUESTIONS)]).length();
    }
    letters.addAndGet(told);
    return asked * 1e9 / (System.nanoTime() - began);
  }

  private static void print(int rows, int threads, List<String> names, double[] perSecond) {
    System.out.printf("%n%,d rows, %d thread(s)%n", rows, threads);
    for (int way = 0; way < names.size(); way++) {
      System.out.printf(
          "%-16s %,14.0f questions/s   compiled table is %,12.3f times this%n",
          names.get(way), perSecond[way], perSecond[0] / perSecond[way]);
    }
  }

  private static double millisSince(long began) {
    return (System.nanoTime() - began) / 1e6;
  }

  /** What is on the heap after several collections. */
  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
