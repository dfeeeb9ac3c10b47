package org.citycase.bench;

import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Walks cases through all steps of the service and, in the same run, through the same diagram on a
 * bare engine. The figure is the ratio of the two: it tells what the house costs on top of its
 * engine, whatever the machine.
 */
public final class CorridorBench {

  private static final int KINDS_SHOWN = 15;

  /** The two take turns, so that other work on the machine slows both alike. */
  private static final int ROUNDS = 10;

  private static final String HEAD = "%-8s %-12s %8s %12s %16s %13s %20s%n";
  private static final String LINE = "%-8d %-12s %8.1f %12.1f %16.1f %13.1f %20.1f%n";
  private static final String RATIO = "%-8d %-12s %8.2f %12.2f %16.2f %13.2f %20.2f%n%n";

  private final Measured bare;
  private final Measured service;

  CorridorBench(Corridor bare, Corridor service) {
    this.bare = new Measured(bare);
    this.service = new Measured(service);
  }

  public static void main(String[] args) throws Exception {
    int cases = Integer.getInteger("bench.cases", 500);
    try (CountedService started = new CountedService();
        BareCorridor bare = new BareCorridor()) {
      ServiceCorridor service = new ServiceCorridor(started);
      new CorridorBench(bare, service).run(cases, List.of(1, 2), "database in memory");
    }
  }

  /** Walks that many cases with each of these numbers of threads, and prints what they cost. */
  void run(int cases, List<Integer> threadsInTurn, String where)
      throws InterruptedException, ExecutionException {
    int casesOfARound = Math.max(1, cases / ROUNDS);
    int warmUp = Integer.getInteger("bench.warmUp", Math.max(200, cases / 2));
    bare.walk(2, warmUp);
    service.walk(2, warmUp);
    System.out.printf(
        "%n%d cases, %d ways in turn, %s, engine history audit%n%n",
        casesOfARound * ROUNDS, Walk.values().length, where);
    System.out.printf(
        HEAD,
        "threads",
        "",
        "cases/s",
        "CPU ms/case",
        "statements/case",
        "commits/case",
        "writing commits/case");
    for (int threads : threadsInTurn) {
      bare.clear();
      service.clear();
      for (int round = 0; round < ROUNDS; round++) {
        bare.walk(threads, casesOfARound);
        service.walk(threads, casesOfARound);
      }
      print(threads);
    }
    System.out.printf(
        "The service's statements, %d threads:%n", threadsInTurn.get(threadsInTurn.size() - 1));
    service.print(KINDS_SHOWN);
  }

  private void print(int threads) {
    print(threads, "bare engine", bare);
    print(threads, "service", service);
    System.out.printf(
        RATIO,
        threads,
        "ratio",
        service.perSecond() / bare.perSecond(),
        service.cpuMillis() / bare.cpuMillis(),
        service.statements() / bare.statements(),
        service.commits() / bare.commits(),
        service.writingCommits() / bare.writingCommits());
  }

  private static void print(int threads, String name, Measured one) {
    System.out.printf(
        LINE,
        threads,
        name,
        one.perSecond(),
        one.cpuMillis(),
        one.statements(),
        one.commits(),
        one.writingCommits());
  }
}
