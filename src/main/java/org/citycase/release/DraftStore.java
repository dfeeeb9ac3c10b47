package org.citycase.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citycase.Refusal;
import org.citycase.release.Draft.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The drafts of all tables (table cc_table_draft). */
@Component
class DraftStore {

  private static final String HEAD =
      "SELECT id, table_name, base, author, created_at, changed_at, edition, state, ";

  private final JdbcClient database;

  DraftStore(JdbcClient database) {
    this.database = database;
  }

  long insert(Draft draft) {
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    database
        .sql(
            "INSERT INTO cc_table_draft (table_name, base, author, created_at, changed_at, edition,"
                + " state, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            draft.table(),
            draft.base(),
            draft.author(),
            draft.createdAt().toEpochMilli(),
            draft.changedAt().toEpochMilli(),
            draft.edition(),
            draft.state().name(),
            draft.text())
        .update(id, "id");
    return id.getKey().longValue();
  }

  Draft get(long id) {
    return database
        .sql(HEAD + "content FROM cc_table_draft WHERE id = ?")
        .param(id)
        .query((row, number) -> draft(row))
        .optional()
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.UNKNOWN, "There is no draft %d.".formatted(id)));
  }

  /** Open drafts without their text, newest first; of one table or of all. */
  List<Draft> open(Optional<String> table) {
    return database
        .sql(
            HEAD
                + "'' AS content FROM cc_table_draft WHERE state = 'OPEN'"
                + " AND (? IS NULL OR table_name = ?) ORDER BY id DESC")
        .params(table.orElse(null), table.orElse(null))
        .query((row, number) -> draft(row))
        .list();
  }

  /** Keeps a new edition; refuses when somebody else changed the draft meanwhile. */
  void write(Draft draft, String text, Instant at) {
    int written =
        database
            .sql(
                "UPDATE cc_table_draft SET content = ?, changed_at = ?, edition = edition + 1"
                    + " WHERE id = ? AND edition = ? AND state = 'OPEN'")
            .params(text, at.toEpochMilli(), draft.id(), draft.edition())
            .update();
    refuseUnless(written == 1, draft);
  }

  /** Closes an open draft; of two who do so at once one is refused. */
  void close(Draft draft, State state, Instant at) {
    int closed =
        database
            .sql(
                "UPDATE cc_table_draft SET state = ?, changed_at = ?"
                    + " WHERE id = ? AND edition = ? AND state = 'OPEN'")
            .params(state.name(), at.toEpochMilli(), draft.id(), draft.edition())
            .update();
    refuseUnless(closed == 1, draft);
  }

  private static void refuseUnless(boolean done, Draft draft) {
    if (!done) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "Draft %d was changed, published or thrown away meanwhile: load it again."
              .formatted(draft.id()));
    }
  }

  private static Draft draft(ResultSet row) throws SQLException {
    return new Draft(
        row.getLong("id"),
        row.getString("table_name"),
        row.getString("base"),
        row.getString("author"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("changed_at")),
        row.getInt("edition"),
        State.valueOf(row.getString("state")),
        row.getString("content"));
  }
}
