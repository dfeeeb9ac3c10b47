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
                + " (case_number, asked_at, table_name, version, row_id, question, answer)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(
            caseNumber,
            receipt.at().toEpochMilli(),
            receipt.table(),
            receipt.version(),
            receipt.row(),
            write(receipt.question()),
            write(receipt.answer()))
        .update();
  }

  List<Receipt> of(String caseNumber) {
    return database
        .sql(
            "SELECT asked_at, table_name, version, row_id, question, answer"
                + " FROM cc_decision WHERE case_number = ? ORDER BY seq")
        .param(caseNumber)
        .query((row, number) -> receipt(row))
        .list();
  }

  private Receipt receipt(ResultSet row) throws SQLException {
    return new Receipt(
        Instant.ofEpochMilli(row.getLong("asked_at")),
        row.getString("table_name"),
        row.getString("version"),
        row.getString("row_id"),
        read(row.getString("question")),
        read(row.getString("answer")));
  }

  private String write(Map<String, Object> facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("These facts cannot be written down: " + facts, e);
    }
  }

  private Map<String, Object> read(String facts) {
    try {
      return json.readValue(facts, FACTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored receipt cannot be read: " + facts, e);
    }
  }
}
