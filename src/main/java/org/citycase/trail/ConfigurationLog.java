package org.citycase.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who changed what the cases are worked by: tables, calendars, diagrams, forms, accounts, rights
 * (table cc_configuration_log). One chain for the whole installation, of the same kind as the log
 * of a case; its {@linkplain Canonical canonical} fields are seq, at (epoch milliseconds), actor,
 * action, subject, data, previous hash.
 */
@Component
public class ConfigurationLog {

  private final JdbcClient database;
  private final ObjectMapper json;

  ConfigurationLog(JdbcClient database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  private record Head(int length, String hash) {}

  /**
   * Appends an entry in the transaction of what it tells.
   *
   * @param action what was done, a verb of the interface
   * @param subject what it was done to: the name of a table, a diagram, an account
   * @param data what else belongs to it; never a password
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(Instant at, String actor, String action, String subject, Map<String, ?> data) {
    Head head =
        database
            .sql("SELECT length, hash FROM cc_configuration_head WHERE id = 1 FOR UPDATE")
            .query((row, number) -> new Head(row.getInt(1), row.getString(2)))
            .single();
    int seq = head.length() + 1;
    String text = text(data);
    String hash = Canonical.hash(seq, at.toEpochMilli(), actor, action, subject, text, head.hash());
    database
        .sql(
            "INSERT INTO cc_configuration_log (seq, at, actor, action, subject, data,"
                + " previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(seq, at.toEpochMilli(), actor, action, subject, text, head.hash(), hash)
        .update();
    database
        .sql("UPDATE cc_configuration_head SET length = ?, hash = ? WHERE id = 1")
        .params(seq, hash)
        .update();
  }

  private String text(Map<String, ?> data) {
    try {
      return json.writeValueAsString(new TreeMap<>(data));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Log data must be writable as JSON: " + data, e);
    }
  }
}
