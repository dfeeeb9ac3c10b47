package org.citycase.replay;

import java.io.IOException;
import org.camunda.bpm.engine.RuntimeService;
import org.citycase.bench.CountedService;
import org.citycase.clock.CityClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replays a file of recorded reports in a city of its own and prints what became of them. */
public final class ReplayBench {

  private static final int KINDS_SHOWN = 15;
  private static final int REFUSALS_SHOWN = 10;

  private ReplayBench() {}

  public static void main(String[] args) throws IOException {
    try (CountedService service = RecordedMonth.service()) {
      RecordedMonth month = RecordedMonth.of(service);
      Replay replay = month.replay("perfect");
      service.tally().clear();
      replay.run();
      double statements = service.tally().statements();
      double commits = service.tally().commits();
      print(replay, month.reports());
      System.out.printf(
          "statements/case %.1f, commits/case %.1f, in the database %.1f ms/case%n",
          statements / replay.taken(),
          commits / replay.taken(),
          service.tally().millis() / replay.taken());
      service.tally().print(KINDS_SHOWN, replay.taken());
      System.out.println();
      print(service);
      System.out.println(service.get(Figures.class).clocks(service.get(CityClock.class).instant()));
    }
  }

  private static void print(Replay replay, int reports) {
    System.out.printf(
        "%n%d reports: %d cases, %d refused, %d tasks done%n",
        reports, replay.taken(), replay.refused().size(), replay.tasks());
    replay.refused().stream()
        .limit(REFUSALS_SHOWN)
        .forEach(one -> System.out.printf("  line %d: %s%n", one.line(), one.message()));
    double seconds = replay.wallMillis() / 1000.0;
    System.out.printf("%.1f s, %.1f cases/s, one thread%n", seconds, replay.taken() / seconds);
  }

  private static void print(CountedService service) {
    JdbcClient jdbc = service.get(JdbcClient.class);
    jdbc.sql("SELECT state, COUNT(*) FROM cc_case_file GROUP BY state ORDER BY state")
        .query((row, line) -> "%-12s %6d".formatted(row.getString(1), row.getLong(2)))
        .list()
        .forEach(System.out::println);
    long decisions = jdbc.sql("SELECT COUNT(*) FROM cc_decision").query(Long.class).single();
    RuntimeService engine = service.get(RuntimeService.class);
    System.out.printf(
        "%d decisions with a receipt, %d incidents, %d cases still running%n",
        decisions,
        engine.createIncidentQuery().count(),
        engine.createProcessInstanceQuery().count());
  }
}
