package org.citycase.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.UnitRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What units returned (回退), over all cases. */
@Service
@Transactional(readOnly = true)
public class UnitReturns {

  private static final String OF_PERIOD =
      " WHERE r.kind = '" + UnitRequest.RETURN + "' AND r.asked_at >= ? AND r.asked_at < ?";
  private static final String OF_UNIT = OF_PERIOD + " AND r.unit = ?";

  /** The case file keeps its last unit until it is dispatched again. */
  private static final String BEFORE_DISPATCH =
      Stream.of(
              CaseState.TO_FILE,
              CaseState.NOT_FILED,
              CaseState.MERGED,
              CaseState.TO_DISPATCH,
              CaseState.COORDINATING)
          .map(state -> "'" + state.name() + "'")
          .collect(Collectors.joining(", "));

  private static final String SELECT =
      "SELECT r.asked_at, r.case_number, f.category, f.district, r.unit, r.asked_by, r.reason,"
          + " r.new_ground, r.state, r.decided_by, r.decided_at, r.decision_reason, r.row_id,"
          + " r.buck_passing, CASE WHEN f.state IN ("
          + BEFORE_DISPATCH
          + ") THEN NULL ELSE f.unit END AS unit_now"
          + " FROM cc_request r JOIN cc_case_file f ON f.number = r.case_number"
          + OF_UNIT
          + " ORDER BY r.asked_at DESC, r.case_number DESC, r.seq DESC";

  private final JdbcClient database;
  private final LongRead rows;

  UnitReturns(JdbcClient database, LongRead rows) {
    this.database = database;
    this.rows = rows;
  }

  /**
   * What one unit returned in a period.
   *
   * @param granted how many were taken back from it, by a person or by a table
   * @param refused how many it had to keep
   * @param buckPassing how many cost it points
   */
  public record OfUnit(String unit, long returns, long granted, long refused, long buckPassing) {}

  /** Every unit that returned something, the most returns first. */
  public List<OfUnit> byUnit(Span span) {
    return database
        .sql(
            "SELECT r.unit, COUNT(*) AS times,"
                + " SUM(CASE WHEN r.state = 'GRANTED' THEN 1 ELSE 0 END) AS granted,"
                + " SUM(CASE WHEN r.state IN ('REFUSED', 'REFUSED_BY_RULE') THEN 1 ELSE 0 END)"
                + " AS refused, SUM(CASE WHEN r.buck_passing THEN 1 ELSE 0 END) AS passed"
                + " FROM cc_request r"
                + OF_PERIOD
                + " GROUP BY r.unit ORDER BY times DESC, r.unit")
        .params(span.fromMillis(), span.toMillis())
        .query(
            (row, number) ->
                new OfUnit(
                    row.getString("unit"),
                    row.getLong("times"),
                    row.getLong("granted"),
                    row.getLong("refused"),
                    row.getLong("passed")))
        .list();
  }

  /** A page of what the unit returned, newest first. */
  public Found<Returned> of(String unit, Span span, Leaf leaf) {
    List<Returned> page =
        database
            .sql(SELECT + " LIMIT ? OFFSET ?")
            .params(span.fromMillis(), span.toMillis(), unit, leaf.size(), leaf.first())
            .query((row, number) -> returned(row))
            .list();
    return Found.of(page, leaf, count(unit, span));
  }

  private long count(String unit, Span span) {
    return database
        .sql("SELECT COUNT(*) FROM cc_request r" + OF_UNIT)
        .params(span.fromMillis(), span.toMillis(), unit)
        .query(Long.class)
        .single();
  }

  /** Hands over everything the unit returned, newest first, without holding it all. */
  public void each(String unit, Span span, Consumer<Returned> taker) {
    rows.each(
        SELECT,
        List.of(span.fromMillis(), span.toMillis(), unit),
        row -> taker.accept(returned(row)));
  }

  private static Returned returned(ResultSet row) throws SQLException {
    long decided = row.getLong("decided_at");
    Instant decidedAt = row.wasNull() ? null : Instant.ofEpochMilli(decided);
    return new Returned(
        Instant.ofEpochMilli(row.getLong("asked_at")),
        row.getString("case_number"),
        row.getString("category"),
        row.getString("district"),
        row.getString("unit"),
        row.getString("asked_by"),
        row.getString("reason"),
        row.getString("new_ground"),
        row.getString("state"),
        row.getString("decided_by"),
        decidedAt,
        row.getString("decision_reason"),
        row.getString("row_id"),
        row.getBoolean("buck_passing"),
        row.getString("unit_now"));
  }
}
