package org.citycase.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  Receipts(JdbcClient database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Stores the receipt with what was decided: both are kept or neither. */
  @Transactional(propagation = Propagation.MANDATORY)
  void append(String caseNumber, Receipt receipt) {
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
        .update();
  }

  List<Receipt> of(String caseNumber) {
    return database
        .sql(SELECT + " WHERE case_number = ? ORDER BY seq")
        .param(caseNumber)
        .query((row, number) -> receipt(row))
        .list();
  }

  /** A page of what one row decided, newest first. */
  List<Stored> ofRow(String table, String rowId, Page page) {
    return database
        .sql(SELECT + " WHERE table_name = ? AND row_id = ? ORDER BY seq DESC LIMIT ? OFFSET ?")
        .params(table, rowId, page.size(), page.first())
        .query((row, number) -> stored(row))
        .list();
  }

  long countOfRow(String table, String rowId) {
    return database
        .sql("SELECT COUNT(*) FROM cc_decision WHERE table_name = ? AND row_id = ?")
        .params(table, rowId)
        .query(Long.class)
        .single();
  }

  /** The next receipts behind a number, asked within a period. */
  List<Stored> after(long seq, Instant from, Instant to) {
    return database
        .sql(SELECT + " WHERE seq > ? AND asked_at >= ? AND asked_at < ? ORDER BY seq LIMIT 1000")
        .params(seq, from.toEpochMilli(), to.toEpochMilli())
        .query((row, number) -> stored(row))
        .list();
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
