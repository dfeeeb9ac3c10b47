package org.citycase.fault;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What must hold after a run, asked of the database alone: for each promise what breaks it. */
final class Promises {

  static final Set<String> ENDS = Set.of("REJECTED", "NOT_FILED", "MERGED", "CLOSED", "VOIDED");

  private final JdbcTemplate jdbc;
  private final Map<String, Long> found = new LinkedHashMap<>();

  Promises(Database database) {
    this.jdbc =
        new JdbcTemplate(
            new DriverManagerDataSource(database.url(), database.user(), database.user()));
  }

  /** Counts what breaks a promise; all zero when all were kept. */
  Map<String, Long> broken(Figures figures) {
    reports(figures.acknowledged());
    cases();
    timers();
    engine();
    found.put("answers 5xx without a sentence", (long) figures.brokenAnswers());
    return found;
  }

  private void reports(List<Figures.Acknowledged> acknowledged) {
    Map<String, String> kept = new HashMap<>();
    jdbc.query(
        "SELECT i.idempotency_key k, f.number n FROM cc_idempotency i"
            + " JOIN cc_case_file f ON f.number = i.case_number",
        row -> {
          kept.put(row.getString("k"), row.getString("n"));
        });
    long lost =
        acknowledged.stream().filter(one -> !one.number().equals(kept.get(one.key()))).count();
    found.put("acknowledged reports lost", lost);
    long files = count("SELECT COUNT(*) FROM cc_case_file");
    found.put("cases nobody was told of, or told twice", Math.abs(files - acknowledged.size()));
    long numbers = acknowledged.stream().map(Figures.Acknowledged::number).distinct().count();
    found.put("case numbers given twice", acknowledged.size() - numbers);
  }

  private void cases() {
    String ends = "('" + String.join("','", ENDS) + "')";
    found.put(
        "cases stuck before their end",
        count("SELECT COUNT(*) FROM cc_case_file WHERE state NOT IN " + ends));
    found.put(
        "instances left in the engine",
        count("SELECT COUNT(*) FROM ACT_RU_EXECUTION WHERE PARENT_ID_ IS NULL"));
    found.put(
        "cases that went backwards in time",
        count(
            "SELECT COUNT(*) FROM cc_case_log a JOIN cc_case_log b"
                + " ON a.case_number = b.case_number AND b.seq = a.seq + 1 AND b.at < a.at"));
  }

  private void timers() {
    found.put(
        "rungs climbed twice",
        count(
            "SELECT COUNT(*) FROM (SELECT case_number FROM cc_escalation WHERE cause = 'share'"
                + " GROUP BY case_number, clock_round, extensions, cause, level_code"
                + " HAVING COUNT(*) > 1) twice"));
    found.put(
        "log entries of rungs twice",
        count(
            "SELECT COUNT(*) FROM (SELECT l.case_number, COUNT(*) entries,"
                + " (SELECT COUNT(*) FROM cc_escalation e WHERE e.case_number = l.case_number)"
                + " rungs FROM cc_case_log l WHERE l.action = 'escalateCase'"
                + " GROUP BY l.case_number) counted WHERE entries > rungs"));
    found.put(
        "people told twice of one rung",
        count("SELECT COUNT(*) - COUNT(DISTINCT notice_id) FROM cc_escalation_receiver"));
  }

  private void engine() {
    found.put("incidents", count("SELECT COUNT(*) FROM ACT_RU_INCIDENT"));
    found.put(
        "jobs without a retry left", count("SELECT COUNT(*) FROM ACT_RU_JOB WHERE RETRIES_ = 0"));
    found.put(
        "timers left of ended cases",
        count("SELECT COUNT(*) FROM ACT_RU_JOB WHERE PROCESS_INSTANCE_ID_ IS NOT NULL"));
  }

  /** What happened, for the table. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("cases", count("SELECT COUNT(*) FROM cc_case_file"));
    counts.put("log entries", count("SELECT COUNT(*) FROM cc_case_log"));
    counts.put("rungs climbed by timers", count("SELECT COUNT(*) FROM cc_escalation"));
    counts.put(
        "percent of the limit (36 s each) that a rung came late at most",
        count(
            "SELECT COALESCE(MAX(share_percent - CASE level_code WHEN 'remind' THEN 1"
                + " WHEN 'urge' THEN 2 WHEN 'supervise' THEN 3 ELSE 4 END), 0)"
                + " FROM cc_escalation WHERE cause = 'share'"));
    counts.put(
        "notices not delivered yet",
        count("SELECT COUNT(*) FROM cc_notice WHERE delivered_at IS NULL"));
    return counts;
  }

  private long count(String sql) {
    return jdbc.queryForObject(sql, Long.class);
  }
}
