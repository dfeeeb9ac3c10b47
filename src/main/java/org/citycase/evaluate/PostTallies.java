package org.citycase.evaluate;

/**
 * How the work of people is counted: tasks by who completed them, in the period in which he did;
 * reports by who brought them in. What nobody completed counts for nobody. A collector's report
 * that is not decided yet or was merged (并案) is neither effective nor idle.
 */
final class PostTallies {

  private static final String TASKS =
      """
      SELECT person AS who,
        COUNT(CASE WHEN stage = 'verify' THEN 1 END) AS verified,
        COUNT(CASE WHEN stage = 'verify' AND NOT overdue THEN 1 END) AS verified_on_time,
        COUNT(CASE WHEN stage = 'check' THEN 1 END) AS checked,
        COUNT(CASE WHEN stage = 'check' AND NOT overdue THEN 1 END) AS checked_on_time,
        COUNT(CASE WHEN stage = 'accept' AND NOT paused THEN 1 END) AS accepted,
        COUNT(CASE WHEN stage = 'accept' AND paused THEN 1 END) AS verify_sent,
        COUNT(CASE WHEN stage = 'accept' AND paused AND NOT overdue THEN 1 END)
          AS verify_sent_on_time,
        COUNT(CASE WHEN stage = 'review' THEN 1 END) AS reviewed,
        COUNT(CASE WHEN stage = 'review' AND NOT overdue THEN 1 END) AS reviewed_on_time,
        COUNT(CASE WHEN stage = 'file' THEN 1 END) AS filing_decided,
        COUNT(CASE WHEN stage = 'file' AND NOT overdue THEN 1 END) AS filing_decided_on_time,
        COUNT(CASE WHEN stage = 'close' THEN 1 END) AS closing_decided,
        COUNT(CASE WHEN stage = 'close' AND NOT overdue THEN 1 END) AS closing_decided_on_time,
        COUNT(CASE WHEN stage = 'dispatch' THEN 1 END) AS dispatched,
        COUNT(CASE WHEN stage = 'dispatch' AND NOT overdue THEN 1 END) AS dispatched_on_time
      FROM cc_stage_clock
      WHERE to_at >= :begin AND to_at < :end AND person IS NOT NULL
      GROUP BY person
      """;

  /** A case that went to coordination was not dispatched by the dispatcher, unless it moved. */
  private static final String DISPATCHED =
      """
      SELECT s.person AS who, COUNT(DISTINCT f.number) AS dispatched_cases,
        COUNT(DISTINCT CASE WHEN NOT f.moved THEN f.number END) AS dispatched_accurately
      FROM cc_stage_clock s JOIN cc_case_file f ON f.number = s.case_number
      WHERE s.to_at >= :begin AND s.to_at < :end AND s.stage = 'dispatch'
        AND s.person IS NOT NULL AND f.unit IS NOT NULL AND (f.moved OR NOT f.coordinated)
      GROUP BY s.person
      """;

  private static final String REPORTS =
      """
      SELECT reported_by AS who, COUNT(*) AS decided_reports,
        COUNT(CASE WHEN state NOT IN ('REJECTED', 'NOT_FILED', 'VOIDED') THEN 1 END)
          AS effective_reports
      FROM cc_case_file
      WHERE channel = 'COLLECTOR' AND reported_at >= :begin AND reported_at < :end
        AND state NOT IN ('REPORTED', 'VERIFYING', 'TO_FILE', 'MERGED')
      GROUP BY reported_by
      """;

  private PostTallies() {}

  static Tally of(Tally tally) {
    return CaseTallies.ofFilers(tally.with(TASKS).with(DISPATCHED).with(REPORTS));
  }
}
