package org.citycase.evaluate;

/**
 * How the cases of a period are counted for units, districts and who filed them (domain rules of
 * 综合评价):
 *
 * <ul>
 *   <li>应处置数、应结案数: dispatched cases whose due instant lies in the period or that were fed back in
 *       it, whichever came first, so that no case counts in two periods. Out are merged, refused
 *       and voided cases, quick ones, and those whose clock stands still (挂账, 回退审批中)
 *   <li>late: fed back after the due instant, or not at all by the end of the period; also when an
 *       earlier stage of an emergency was. A granted appeal takes the mark away
 *   <li>a case late at the end of the period stays as it was then, whenever it is closed; one fed
 *       back in time counts as closed in time once it is closed
 *   <li>extended and reworked cases count once
 *   <li>立案数: all filed in the period, also those voided later and quick ones
 * </ul>
 */
final class CaseTallies {

  private static final String LATE =
      """
      NOT f.exempt AND (f.late OR f.clock_state = 'running' AND f.due_at < :end OR EXISTS (
        SELECT 1 FROM cc_clock_segment s
        WHERE s.case_number = f.number AND s.unit = f.unit AND s.state = 'RUNNING'
          AND s.to_at > s.due_at AND NOT EXISTS (
            SELECT 1 FROM cc_clock_segment n
            WHERE n.case_number = s.case_number AND n.round = s.round AND n.seq > s.seq
              AND n.due_at IS NOT NULL)))
      """;

  private static final String DUE =
      """
      SELECT %1$s AS who, COUNT(*) AS due,
        COUNT(CASE WHEN handled THEN 1 END) AS handled,
        COUNT(CASE WHEN handled AND NOT missed THEN 1 END) AS handled_on_time,
        COUNT(CASE WHEN missed AND NOT handled THEN 1 END) AS overdue_open,
        COUNT(CASE WHEN closed AND (closed_by_end OR NOT missed) THEN 1 END) AS closed,
        COUNT(CASE WHEN closed AND NOT missed THEN 1 END) AS closed_on_time,
        COUNT(CASE WHEN closed AND closed_by_end AND missed THEN 1 END) AS closed_late,
        COUNT(CASE WHEN extension_count > 0 THEN 1 END) AS extended,
        COUNT(CASE WHEN rework_count > 0 THEN 1 END) AS reworked
      FROM (
        SELECT f.unit, f.district, f.extension_count, f.rework_count,
          f.fed_back_at IS NOT NULL AND f.fed_back_at < :end AS handled,
          f.state = 'CLOSED' AS closed,
          f.closed_at IS NOT NULL AND f.closed_at < :end AS closed_by_end,
          %2$s AS missed
        FROM cc_case_file f
        WHERE (f.due_at >= :begin AND f.due_at < :end
            OR f.fed_back_at >= :begin AND f.fed_back_at < :end)
          AND LEAST(f.due_at, COALESCE(f.fed_back_at, f.due_at)) >= :begin
          AND f.state NOT IN ('MERGED', 'REJECTED', 'NOT_FILED', 'VOIDED')
          AND f.unit IS NOT NULL AND NOT f.quick) counted
      GROUP BY %1$s
      """;

  private static final String FILED =
      """
      SELECT %1$s AS who, COUNT(*) AS filed,
        COUNT(CASE WHEN state <> 'VOIDED' THEN 1 END) AS filed_rightly,
        COUNT(CASE WHEN recurrence THEN 1 END) AS recurred,
        COUNT(CASE WHEN channel IN ('HOTLINE', 'PUBLIC') THEN 1 END) AS public_filed
      FROM cc_case_file
      WHERE filed_at >= :begin AND filed_at < :end AND %1$s IS NOT NULL
      GROUP BY %1$s
      """;

  private static final String RATED =
      """
      SELECT %1$s AS who, COUNT(*) AS rated,
        COUNT(CASE WHEN satisfaction <> 'dissatisfied' THEN 1 END) AS satisfied
      FROM cc_case_file
      WHERE closed_at >= :begin AND closed_at < :end
        AND satisfaction IS NOT NULL AND %1$s IS NOT NULL
      GROUP BY %1$s
      """;

  private static final String GRIDS =
      """
      SELECT district AS who, COUNT(*) AS grids
      FROM (SELECT SUBSTRING(code, 1, 6) AS district FROM cc_grid WHERE valid_to IS NULL) placed
      GROUP BY district
      """;

  private CaseTallies() {}

  static Tally ofUnits(Tally tally) {
    return byPlace(tally, "unit");
  }

  static Tally ofDistricts(Tally tally) {
    return byPlace(tally, "district").with(GRIDS);
  }

  /** What duty leaders filed. */
  static Tally ofFilers(Tally tally) {
    return tally.with(FILED.formatted("filed_by"));
  }

  private static Tally byPlace(Tally tally, String column) {
    return tally
        .with(DUE.formatted(column, LATE))
        .with(FILED.formatted(column))
        .with(RATED.formatted(column));
  }
}
