package org.citycase.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.Witnesses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The receipts of all decisions (table cc_decision), appended and never changed. */
@Component
class Receipts {

  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

  private static final TypeReference<List<Lost>> LOST = new TypeReference<>() {};
  private static final String SELECT =
      "SELECT seq, case_number, asked_at, basis_at, table_name, version, row_id, question, answer,"
          + " lost FROM cc_decision";

  private static final String OF_ROW =
      " WHERE table_name = ? AND row_id = ? AND asked_at >= ? AND asked_at < ?";

  /** A receipt with its place in the list of all. */
  record Stored(long seq, String caseNumber, Receipt receipt) {}

  /** A part of a long list. */
  record Page(int number, int size) {

    long first() {
      return (long) number * size;
    }
  }

  private final JdbcClient database;
  private final ObjectMapper json;
  private final Witnesses witnesses;

  Receipts(JdbcClient database, ObjectMapper json, Witnesses witnesses) {
    this.database = database;
    this.json = json;
    this.witnesses = witnesses;
  }

  /** Stores the receipt with what was decided: both are kept or neither. */
  @Transactional(propagation = Propagation.MANDATORY)
  void append(String caseNumber, Receipt receipt) {
    KeyHolder seq = new GeneratedKeyHolder();
    database
        .sql(
            "INSERT INTO cc_decision"
                + " (case_number, asked_at, basis_at, table_name, version, row_id, question, answer,"
                + " lost) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            caseNumber,
            receipt.at().toEpochMilli(),
            receipt.basis().toEpochMilli(),
            receipt.table(),
            receipt.version(),
            receipt.row(),
            write(receipt.question()),
            write(receipt.answer()),
            receipt.lost().isEmpty() ? null : write(receipt.lost()))
        .update(seq, "seq");
    witnesses.wrote(new EvidenceRow(Evidence.DECISION, caseNumber, seq.getKey().toString()));
  }

  List<Receipt> of(String caseNumber) {
    return database
        .sql(SELECT + " WHERE case_number = ? ORDER BY seq")
        .param(caseNumber)
        .query((row, number) -> receipt(row))
        .list();
  }

  /** A page of what one row decided, newest first. */
  List<Stored> ofRow(RowReceipts.Asked asked, Page page) {
    return database
        .sql(SELECT + OF_ROW + " ORDER BY asked_at DESC, seq DESC LIMIT ? OFFSET ?")
        .params(asked.table(), asked.row(), millis(asked.from()), millis(asked.to()))
        .param(page.size())
        .param(page.first())
        .query((row, number) -> stored(row))
        .list();
  }

  /** The next thousand of what one row decided, behind one of them; null for the newest. */
  List<Stored> behind(RowReceipts.Asked asked, Stored last) {
    long at = last == null ? Long.MAX_VALUE : millis(last.receipt().at());
    return database
        .sql(
            SELECT
                + OF_ROW
                + " AND asked_at <= ? AND (asked_at < ? OR seq < ?)"
                + " ORDER BY asked_at DESC, seq DESC LIMIT 1000")
        .params(asked.table(), asked.row(), millis(asked.from()), millis(asked.to()))
        .params(at, at, last == null ? Long.MAX_VALUE : last.seq())
        .query((row, number) -> stored(row))
        .list();
  }

  long countOfRow(RowReceipts.Asked asked) {
    return database
        .sql("SELECT COUNT(*) FROM cc_decision" + OF_ROW)
        .params(asked.table(), asked.row(), millis(asked.from()), millis(asked.to()))
        .query(Long.class)
        .single();
  }

  /** How often each table, or each row of the one asked for, decided. */
  List<RowReceipts.Count> counts(RowReceipts.Asked asked) {
    String named = asked.table() == null ? "table_name" : "row_id";
    return database
        .sql(
            "SELECT "
                + named
                + " AS name, COUNT(*) AS times FROM cc_decision"
                + " WHERE (? IS NULL OR table_name = ?) AND asked_at >= ? AND asked_at < ?"
                + " GROUP BY "
                + named
                + " ORDER BY times DESC, name")
        .params(asked.table(), asked.table(), millis(asked.from()), millis(asked.to()))
        .query((row, number) -> new RowReceipts.Count(row.getString("name"), row.getLong("times")))
        .list();
  }

  /** The next receipts behind a number, asked within a period. */
  List<Stored> after(long seq, Instant from, Instant to) {
    return database
        .sql(SELECT + " WHERE seq > ? AND asked_at >= ? AND asked_at < ? ORDER BY seq LIMIT 1000")
        .params(seq, from.toEpochMilli(), to.toEpochMilli())
        .query((row, number) -> stored(row))
        .list();
  }

  private static long millis(Instant instant) {
    return instant.toEpochMilli();
  }

  private Stored stored(ResultSet row) throws SQLException {
    return new Stored(row.getLong("seq"), row.getString("case_number"), receipt(row));
  }

  private Receipt receipt(ResultSet row) throws SQLException {
    Instant at = Instant.ofEpochMilli(row.getLong("asked_at"));
    long basis = row.getLong("basis_at");
    String lost = row.getString("lost");
    return new Receipt(
        at,
        basis == 0 ? at : Instant.ofEpochMilli(basis),
        row.getString("table_name"),
        row.getString("version"),
        row.getString("row_id"),
        read(row.getString("question"), FACTS),
        read(row.getString("answer"), FACTS),
        lost == null ? List.of() : read(lost, LOST));
  }

  private String write(Object facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("These facts cannot be written down: " + facts, e);
    }
  }

  private <T> T read(String facts, TypeReference<T> type) {
    try {
      return json.readValue(facts, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored receipt cannot be read: " + facts, e);
    }
  }
}
