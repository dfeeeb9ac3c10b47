package org.citycase.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citycase.Wordless;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CityClock;
import org.citycase.clock.NightlyWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the engine's timers and due dates of every open case with its clocks, each night and on
 * demand, keeps what it found, and mends it when asked to; the night always mends.
 */
@Component
class TimerCheck implements NightlyWork {

  private static final Logger LOG = LoggerFactory.getLogger(TimerCheck.class);
  private static final int PAGE = 500;

  private final EngineTimers timers;
  private final CaseFiles files;
  private final CityClock clock;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;
  private final TimerTraces traces;
  private volatile Map<String, Integer> agreed = Map.of();

  TimerCheck(
      EngineTimers timers,
      CaseFiles files,
      CityClock clock,
      JdbcClient jdbc,
      ObjectMapper json,
      TransactionTemplate transaction,
      TimerTraces traces) {
    this.timers = timers;
    this.files = files;
    this.clock = clock;
    this.jdbc = jdbc;
    this.json = json;
    this.transaction = transaction;
    this.traces = traces;
  }

  /**
   * What one check found.
   *
   * @param cases how many open cases were compared
   * @param mended whether the differences were moved to what the clock says
   */
  record Report(Instant at, int cases, boolean mended, List<EngineTimers.Difference> differences) {}

  /** Leaves out the cases in which nothing moved since engine and clock agreed. */
  @Override
  public void doAt(Instant midnight) {
    Map<String, Integer> present = traces.all();
    List<EngineTimers.Difference> found = new ArrayList<>();
    present.forEach(
        (number, trace) -> {
          if (!trace.equals(agreed.get(number))) {
            found.addAll(look(number, true));
          }
        });
    agreed = present;
    Report report = new Report(clock.instant(), present.size(), true, found);
    keep(report);
    if (!report.differences().isEmpty()) {
      LOG.warn(
          "{} timers or due dates were not what their clocks say and were mended: {}",
          report.differences().size(),
          report.differences());
    }
  }

  /** Compares all open cases, each in a transaction of its own. */
  Report check(boolean mend) {
    List<EngineTimers.Difference> differences = new ArrayList<>();
    int cases = 0;
    String after = "";
    for (List<String> page = openCases(after); !page.isEmpty(); page = openCases(after)) {
      for (String number : page) {
        differences.addAll(look(number, mend));
      }
      cases += page.size();
      after = page.get(page.size() - 1);
    }
    Report report = new Report(clock.instant(), cases, mend, differences);
    keep(report);
    return report;
  }

  /** Whatever is wrong with one case, the others are checked. */
  private List<EngineTimers.Difference> look(String number, boolean mend) {
    try {
      return compared(number, mend);
    } catch (RuntimeException e) {
      LOG.error(
          "The timers of case {} could not be compared with its clocks.", number, Wordless.of(e));
      return List.of(new EngineTimers.Difference(number, "not compared", null, null));
    }
  }

  /** The case is locked only where something differs: it may just be moving. */
  private List<EngineTimers.Difference> compared(String number, boolean mend) {
    List<EngineTimers.Difference> seen = transaction.execute(now -> timers.compare(number));
    if (seen.isEmpty()) {
      return seen;
    }
    return transaction.execute(
        now -> {
          files.get(number);
          return mend ? timers.mend(number) : timers.compare(number);
        });
  }

  private List<String> openCases(String after) {
    return jdbc.sql(
            "SELECT DISTINCT BUSINESS_KEY_ FROM ACT_RU_EXECUTION"
                + " WHERE BUSINESS_KEY_ > ? AND PARENT_ID_ IS NULL ORDER BY BUSINESS_KEY_ LIMIT "
                + PAGE)
        .param(after)
        .query(String.class)
        .list();
  }

  private void keep(Report report) {
    jdbc.sql(
            "INSERT INTO cc_timer_check (at, checked_cases, found_differences, mended, details)"
                + " VALUES (?, ?, ?, ?, ?)")
        .params(
            report.at().toEpochMilli(),
            report.cases(),
            report.differences().size(),
            report.mended(),
            text(report.differences()))
        .update();
  }

  private String text(List<EngineTimers.Difference> differences) {
    try {
      return json.writeValueAsString(differences);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
