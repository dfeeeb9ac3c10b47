package org.citycase.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases of a period page by page, in the order they were reported, and what was asked. */
@Component
class PastCases {

  private static final String REPORTED =
      " FROM cc_case_file WHERE reported_at >= :from AND reported_at < :to"
          + " AND grid LIKE :area";

  /** Where a page ended: the next one begins behind this case. */
  record Place(Instant reportedAt, String number) {}

  private final JdbcClient database;

  PastCases(JdbcClient database) {
    this.database = database;
  }

  long count(Scope scope) {
    return database
        .sql("SELECT COUNT(*)" + REPORTED)
        .params(facts(scope, scope.from()))
        .query(Long.class)
        .single();
  }

  /**
   * The next cases.
   *
   * @param after the last one of the page before; null for the first page
   */
  List<Place> page(Scope scope, Place after, int size) {
    Map<String, Object> facts = facts(scope, after == null ? scope.from() : after.reportedAt());
    facts.put("after", after == null ? "" : after.number());
    facts.put("size", size);
    return database
        .sql(
            "SELECT number, reported_at"
                + REPORTED
                + " AND (reported_at > :from OR number > :after)"
                + " ORDER BY reported_at, number LIMIT :size")
        .params(facts)
        .query((row, line) -> place(row))
        .list();
  }

  /** What the table was asked about these cases, by case, oldest first. */
  Map<String, List<StoredQuestion>> asked(String table, Collection<String> caseNumbers) {
    return database
        .sql(
            "SELECT case_number, seq, asked_at, COALESCE(basis_at, asked_at) AS basis, question,"
                + " answer FROM cc_decision"
                + " WHERE case_number IN (:numbers) AND table_name = :table"
                + " ORDER BY case_number, seq")
        .params(Map.of("numbers", caseNumbers, "table", table))
        .query((row, line) -> question(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(StoredQuestion::caseNumber));
  }

  private static Map<String, Object> facts(Scope scope, Instant from) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("from", from.toEpochMilli());
    facts.put("to", scope.to().toEpochMilli());
    facts.put("area", scope.district() == null ? "%" : scope.district() + "%");
    return facts;
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(Instant.ofEpochMilli(row.getLong("reported_at")), row.getString("number"));
  }

  private static StoredQuestion question(ResultSet row) throws SQLException {
    return new StoredQuestion(
        row.getString("case_number"),
        row.getLong("seq"),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        Instant.ofEpochMilli(row.getLong("basis")),
        row.getString("question"),
        row.getString("answer"));
  }
}
