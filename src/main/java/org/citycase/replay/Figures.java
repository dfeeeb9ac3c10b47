package org.citycase.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.citycase.clock.LimitUnit;
import org.citycase.clock.WorkCalendar;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the cases of a simulation, counted from what is stored. */
@Component
@Profile("simulation")
class Figures {

  private final JdbcClient jdbc;
  private final WorkCalendar calendar;

  Figures(JdbcClient jdbc, WorkCalendar calendar) {
    this.jdbc = jdbc;
    this.calendar = calendar;
  }

  /**
   * How the clocks fared.
   *
   * @param onTime cases fed back by their due instant
   * @param overdue cases fed back after it, or still running beyond it
   * @param ledgerFaults cases whose ledger does not add up to the used time, has a gap, or states a
   *     stretch that the calendar counts differently
   * @param nights checks of the engine's timers at midnight
   * @param timerFaults timers and due dates that any of them found different from its clock
   * @param incidents jobs of the engine that failed for good
   */
  record Clocks(
      long onTime,
      long overdue,
      Map<String, Long> escalations,
      long ledgerFaults,
      long nights,
      long timerFaults,
      long incidents) {}

  Map<String, Long> byState() {
    return counts("SELECT state, COUNT(*) FROM cc_case_file GROUP BY state");
  }

  long decisions() {
    return count("SELECT COUNT(*) FROM cc_decision");
  }

  Clocks clocks(Instant now) {
    return new Clocks(
        count("SELECT COUNT(*) FROM cc_case_file WHERE fed_back_at IS NOT NULL AND late = FALSE"),
        count("SELECT COUNT(*) FROM cc_case_file WHERE fed_back_at IS NOT NULL AND late = TRUE")
            + count(
                "SELECT COUNT(*) FROM cc_case_clock WHERE state = 'RUNNING' AND due_at < "
                    + now.toEpochMilli()),
        counts("SELECT level_code, COUNT(*) FROM cc_escalation GROUP BY level_code"),
        sumsThatDiffer() + gaps() + stretchesThatDiffer(),
        count("SELECT COUNT(*) FROM cc_timer_check"),
        count("SELECT COALESCE(SUM(found_differences), 0) FROM cc_timer_check"),
        count("SELECT COUNT(*) FROM ACT_RU_INCIDENT"));
  }

  private long sumsThatDiffer() {
    return count(
        """
        SELECT COUNT(*) FROM cc_case_clock c
        WHERE c.used_seconds <> (
          SELECT COALESCE(SUM(s.used_seconds), 0) FROM cc_clock_segment s
          WHERE s.case_number = c.case_number AND s.round = c.round AND s.to_at IS NOT NULL)
        """);
  }

  private long gaps() {
    return count(
        """
        SELECT COUNT(*) FROM cc_clock_segment a
        JOIN cc_clock_segment b ON b.case_number = a.case_number AND b.seq = a.seq + 1
        WHERE a.to_at IS NULL OR a.to_at <> b.from_at
        """);
  }

  private long stretchesThatDiffer() {
    return jdbc
        .sql(
            """
            SELECT from_at, to_at, limit_text, used_seconds FROM cc_clock_segment
            WHERE state = 'RUNNING' AND to_at IS NOT NULL AND adjusting = FALSE
            """)
        .query(this::differs)
        .list()
        .stream()
        .filter(differs -> differs)
        .count();
  }

  private boolean differs(ResultSet row, int line) throws SQLException {
    String limit = row.getString("limit_text");
    Duration used =
        calendar.used(
            Instant.ofEpochMilli(row.getLong("from_at")),
            Instant.ofEpochMilli(row.getLong("to_at")),
            LimitUnit.of(limit.substring(limit.indexOf(' ') + 1)));
    return used.toSeconds() != row.getLong("used_seconds");
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private Map<String, Long> counts(String sql) {
    Map<String, Long> counts = new TreeMap<>();
    jdbc.sql(sql).query((row, line) -> counts.put(row.getString(1), row.getLong(2))).list();
    return counts;
  }
}
