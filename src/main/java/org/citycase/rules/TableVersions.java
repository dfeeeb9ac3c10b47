package org.citycase.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.citycase.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The publications of all tables (table cc_table_version), appended; only taken back, never
 * changed.
 */
@Component
class TableVersions {

  private final JdbcClient database;

  TableVersions(JdbcClient database) {
    this.database = database;
  }

  /** Refuses the publication whose number somebody else took just now. */
  void append(TableVersion one) {
    try {
      database
          .sql(
              "INSERT INTO cc_table_version (table_name, number_, version, national, kind,"
                  + " effective_at, published_at, published_by, author, remark, correction,"
                  + " row_count, deployment_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              one.table(),
              one.number(),
              one.version(),
              one.national(),
              one.kind().name(),
              one.effectiveAt().toEpochMilli(),
              one.publishedAt().toEpochMilli(),
              one.publishedBy(),
              one.author(),
              one.comment(),
              one.correction(),
              one.rows(),
              one.deployment())
          .update();
    } catch (DuplicateKeyException taken) {
      throw atTheSameMoment(one.table());
    }
  }

  /** Takes a version back that has not taken effect. */
  void withdraw(TableVersion one, Instant at) {
    database
        .sql("UPDATE cc_table_version SET withdrawn_at = ? WHERE table_name = ? AND number_ = ?")
        .params(at.toEpochMilli(), one.table(), one.number())
        .update();
  }

  /** Changes whenever something was published or taken back. */
  String mark() {
    return database
        .sql("SELECT COALESCE(MAX(seq), 0), COUNT(*), COUNT(withdrawn_at) FROM cc_table_version")
        .query((row, number) -> row.getLong(1) + "/" + row.getLong(2) + "/" + row.getLong(3))
        .single();
  }

  /** All publications, oldest first, those taken back included. */
  List<TableVersion> all() {
    return database
        .sql("SELECT * FROM cc_table_version ORDER BY table_name, number_")
        .query((row, number) -> version(row))
        .list();
  }

  /**
   * The publications of a table, oldest first, those taken back included, while nobody else
   * publishes or withdraws one until the transaction ends.
   */
  List<TableVersion> held(String table) {
    try {
      database
          .sql("SELECT seq FROM cc_table_version WHERE table_name = ? AND number_ = 1 FOR UPDATE")
          .param(table)
          .query(Long.class)
          .optional();
    } catch (ConcurrencyFailureException busy) {
      throw atTheSameMoment(table);
    }
    return all().stream().filter(version -> version.table().equals(table)).toList();
  }

  private static Refusal atTheSameMoment(String table) {
    return new Refusal(
        Refusal.Kind.CONFLICT,
        "Somebody else published table %s at the same moment: make your draft from his version."
            .formatted(table));
  }

  private static TableVersion version(ResultSet row) throws SQLException {
    return new TableVersion(
        row.getLong("seq"),
        row.getString("table_name"),
        row.getInt("number_"),
        row.getString("version"),
        row.getString("national"),
        TableVersion.Kind.valueOf(row.getString("kind")),
        Instant.ofEpochMilli(row.getLong("effective_at")),
        Instant.ofEpochMilli(row.getLong("published_at")),
        row.getString("published_by"),
        row.getString("author"),
        row.getString("remark"),
        row.getBoolean("correction"),
        row.getInt("row_count"),
        row.getString("deployment_id"),
        row.getObject("withdrawn_at") != null);
  }
}
