package org.citycase.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citycase.trail.Extent;
import org.citycase.trail.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The checks of all nodes (table cc_trail_check): every node tells how far each is. */
@Component
class TrailCheckStore {

  static final String RUNNING = "running";
  static final String DONE = "done";
  static final String FAILED = "failed";

  /** How long a check may be silent before its node is taken for gone. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private static final int LONGEST_FAILURE = 1000;
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private static final String SELECT =
      "SELECT id, asked_by, asked_at, seen_at, state, cases_done, cases_total, findings_total,"
          + " failure, %s AS findings FROM cc_trail_check";

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  TrailCheckStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A check as it is stored. */
  record Kept(
      String id,
      String askedBy,
      Instant askedAt,
      Instant seenAt,
      String state,
      long done,
      long total,
      long findingsTotal,
      List<Finding> findings,
      String failure) {

    boolean isSilentSince(Instant now) {
      return state.equals(RUNNING) && seenAt.isBefore(now.minus(SILENCE));
    }
  }

  Kept begin(String id, String by, Instant now, Extent extent) {
    long total =
        extent.isWhole()
            ? jdbc.sql("SELECT COUNT(*) FROM cc_case_file").query(Long.class).single()
            : 1;
    jdbc.sql(
            "INSERT INTO cc_trail_check (id, asked_by, asked_at, seen_at, state, cases_done,"
                + " cases_total, findings_total, findings) VALUES (?, ?, ?, ?, ?, 0, ?, 0, '[]')")
        .params(id, by, now.toEpochMilli(), now.toEpochMilli(), RUNNING, total)
        .update();
    return new Kept(id, by, now, now, RUNNING, 0, total, 0, List.of(), null);
  }

  void walked(String id, long cases, long findings, Instant now) {
    jdbc.sql(
            "UPDATE cc_trail_check SET cases_done = ?, findings_total = ?, seen_at = ?"
                + " WHERE id = ?")
        .params(cases, findings, now.toEpochMilli(), id)
        .update();
  }

  /** Ends a check with what it found, or with why it could not go on. */
  void end(String id, long cases, Found found, String failure, Instant now) {
    String why =
        failure == null || failure.length() <= LONGEST_FAILURE
            ? failure
            : failure.substring(0, LONGEST_FAILURE);
    jdbc.sql(
            "UPDATE cc_trail_check SET state = ?, cases_done = ?, findings_total = ?, findings = ?,"
                + " failure = ?, seen_at = ? WHERE id = ?")
        .params(
            failure == null ? DONE : FAILED,
            cases,
            found.total(),
            text(found.first()),
            why,
            now.toEpochMilli(),
            id)
        .update();
  }

  /** What a check found so far: how much, and the first of it. */
  record Found(long total, List<Finding> first) {}

  Optional<Kept> of(String id) {
    return jdbc.sql(SELECT.formatted("findings") + " WHERE id = ?")
        .param(id)
        .query((row, number) -> kept(row))
        .optional();
  }

  List<Kept> latest(int most) {
    return jdbc.sql(SELECT.formatted("'[]'") + " ORDER BY asked_at DESC, id LIMIT ?")
        .param(most)
        .query((row, number) -> kept(row))
        .list();
  }

  private Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("id"),
        row.getString("asked_by"),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        Instant.ofEpochMilli(row.getLong("seen_at")),
        row.getString("state"),
        row.getLong("cases_done"),
        row.getLong("cases_total"),
        row.getLong("findings_total"),
        findings(row.getString("findings")),
        row.getString("failure"));
  }

  private List<Finding> findings(String text) {
    try {
      return json.readValue(text, FINDINGS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored findings cannot be read: " + text, e);
    }
  }

  private String text(List<Finding> findings) {
    try {
      return json.writeValueAsString(findings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Findings must be writable as JSON.", e);
    }
  }
}
