package org.citycase.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last rehearsal of each draft (table cc_rehearsal), so that every node tells how far it is and
 * may end it. Written by itself: a rehearsal that is begun is seen at once.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class RehearsalStore {

  static final String RUNNING = "running";
  static final String DONE = "done";
  static final String CANCELLED = "cancelled";
  static final String FAILED = "failed";

  private static final String HEAD =
      "SELECT run_id, table_name, edition, from_at, to_at, district, asked_by, asked_at, seen_at,"
          + " state, cases_done, cases_total, failure, ";

  private static final String TAKE_OVER =
      "UPDATE cc_rehearsal SET run_id = :run, table_name = :table, edition = :edition,"
          + " from_at = :from, to_at = :to, district = :district, asked_by = :by,"
          + " asked_at = :at, seen_at = :at, state = '"
          + RUNNING
          + "', cases_done = 0, cases_total = :total, failure = NULL, outcome = NULL"
          + " WHERE draft_id = :draft AND (state <> '"
          + RUNNING
          + "' OR seen_at < :silence)";

  private static final String FIRST =
      "INSERT INTO cc_rehearsal (draft_id, run_id, table_name, edition, from_at, to_at, district,"
          + " asked_by, asked_at, seen_at, state, cases_done, cases_total)"
          + " VALUES (:draft, :run, :table, :edition, :from, :to, :district, :by, :at, :at, '"
          + RUNNING
          + "', 0, :total)";

  private static final String OF_RUN =
      " WHERE draft_id = :draft AND run_id = :run AND state = '" + RUNNING + "'";

  /**
   * A rehearsal as it is stored.
   *
   * @param seenAt when it last said how far it is
   * @param failure why it failed, or null
   * @param outcome JSON, or null while there is none
   */
  record Kept(
      String run,
      String table,
      int edition,
      Scope scope,
      String askedBy,
      Instant askedAt,
      Instant seenAt,
      String state,
      long done,
      long total,
      String failure,
      String outcome) {

    boolean isRunning() {
      return state.equals(RUNNING);
    }

    /** The same when it is over. */
    Kept ended(String how, String found, String why) {
      long through = found == null ? done : total;
      return new Kept(
          run, table, edition, scope, askedBy, askedAt, seenAt, how, through, total, why, found);
    }
  }

  private final JdbcClient database;

  RehearsalStore(JdbcClient database) {
    this.database = database;
  }

  /**
   * Takes the place of the draft's rehearsal before; false while that one runs. Of several that
   * begin at the same moment, on any node, one takes it: each statement stands by itself, and the
   * database lets one of them through.
   *
   * @param silence a run that was last seen before this instant is taken for gone
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  boolean begin(long draft, Kept begun, Instant silence) {
    Map<String, Object> cells = cells(draft, begun);
    cells.put("silence", silence.toEpochMilli());
    return database.sql(TAKE_OVER).params(cells).update() == 1 || isFirst(cells);
  }

  private boolean isFirst(Map<String, Object> cells) {
    try {
      return database.sql(FIRST).params(cells).update() == 1;
    } catch (DuplicateKeyException running) {
      return false;
    }
  }

  private static Map<String, Object> cells(long draft, Kept begun) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("draft", draft);
    cells.put("run", begun.run());
    cells.put("table", begun.table());
    cells.put("edition", begun.edition());
    cells.put("from", begun.scope().from().toEpochMilli());
    cells.put("to", begun.scope().to().toEpochMilli());
    cells.put("district", begun.scope().district());
    cells.put("by", begun.askedBy());
    cells.put("at", begun.askedAt().toEpochMilli());
    cells.put("total", begun.total());
    return cells;
  }

  /** Notes how far a run is; false when it is not to go on. */
  boolean walked(long draft, String run, long done, Instant at) {
    return database
            .sql("UPDATE cc_rehearsal SET cases_done = :done, seen_at = :at" + OF_RUN)
            .param("done", done)
            .param("at", at.toEpochMilli())
            .param("draft", draft)
            .param("run", run)
            .update()
        == 1;
  }

  /** Ends a run with what it found or why it failed; false when it was cancelled meanwhile. */
  boolean end(long draft, Kept ended) {
    return database
            .sql(
                "UPDATE cc_rehearsal SET state = :state, outcome = :outcome, failure = :failure,"
                    + " cases_done = CASE WHEN :state = '"
                    + DONE
                    + "' THEN cases_total ELSE cases_done END"
                    + OF_RUN)
            .param("state", ended.state())
            .param("outcome", ended.outcome())
            .param("failure", ended.failure())
            .param("draft", draft)
            .param("run", ended.run())
            .update()
        == 1;
  }

  /** False when nothing runs. */
  boolean cancel(long draft) {
    return database
            .sql(
                "UPDATE cc_rehearsal SET state = '"
                    + CANCELLED
                    + "' WHERE draft_id = ? AND state = '"
                    + RUNNING
                    + "'")
            .param(draft)
            .update()
        == 1;
  }

  @Transactional(readOnly = true)
  public Optional<Kept> of(long draft) {
    return of(draft, "outcome");
  }

  /** The same without its outcome. */
  @Transactional(readOnly = true)
  public Optional<Kept> headOf(long draft) {
    return of(draft, "NULL AS outcome");
  }

  private Optional<Kept> of(long draft, String outcome) {
    return database
        .sql(HEAD + outcome + " FROM cc_rehearsal WHERE draft_id = ?")
        .param(draft)
        .query((row, line) -> kept(row))
        .optional();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("run_id"),
        row.getString("table_name"),
        row.getInt("edition"),
        new Scope(
            Instant.ofEpochMilli(row.getLong("from_at")),
            Instant.ofEpochMilli(row.getLong("to_at")),
            row.getString("district")),
        row.getString("asked_by"),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        Instant.ofEpochMilli(row.getLong("seen_at")),
        row.getString("state"),
        row.getLong("cases_done"),
        row.getLong("cases_total"),
        row.getString("failure"),
        row.getString("outcome"));
  }
}
