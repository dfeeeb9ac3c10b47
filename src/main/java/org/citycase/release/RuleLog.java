package org.citycase.release;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citycase.clock.CityClock;
import org.citycase.rules.TableVersion;
import org.citycase.trail.ConfigurationLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what to the tables, when and why (table cc_table_log); appended, never changed. The same
 * stands in the chained log of the configuration.
 */
@Component
class RuleLog {

  /** What was done. */
  enum Action {
    DRAFTED("draftTable"),
    DISCARDED("discardTableDraft"),
    REHEARSED("rehearseTable"),
    PUBLISHED("publishTable"),
    ROLLED_BACK("rollBackTable"),
    WITHDRAWN("withdrawTable"),
    FOUR_EYES_ON("turnFourEyesOn"),
    FOUR_EYES_OFF("turnFourEyesOff");

    private final String verb;

    Action(String verb) {
      this.verb = verb;
    }
  }

  /** One line of the list. */
  record Line(
      long seq,
      OffsetDateTime at,
      String actor,
      String action,
      String table,
      String version,
      Long draft,
      String comment) {}

  /** One page of the list, newest first. */
  record Page(List<Line> items, int page, int size, long total) {}

  private static final int LONGEST = 1000;

  /** What was done here, and the editions of national tables that came with a start. */
  private static final String LINES =
      "SELECT seq, at, actor, action, table_name, version, draft_id, remark FROM cc_table_log"
          + " UNION ALL SELECT seq, published_at, published_by, 'STARTED', table_name, version,"
          + " NULL, remark FROM cc_table_version WHERE kind = 'START' AND number_ > 1";

  private static final String OF_TABLE = " WHERE (? IS NULL OR table_name = ?)";

  private final JdbcClient database;
  private final CityClock clock;
  private final ConfigurationLog configuration;

  RuleLog(JdbcClient database, CityClock clock, ConfigurationLog configuration) {
    this.database = database;
    this.clock = clock;
    this.configuration = configuration;
  }

  void tell(Action action, String actor, Draft draft, String comment) {
    append(action, actor, draft.table(), draft.base(), draft.id(), comment);
  }

  void tell(Action action, String actor, TableVersion version, Long draft) {
    append(action, actor, version.table(), version.version(), draft, version.comment());
  }

  void tell(Action action, String actor, String comment) {
    append(action, actor, null, null, null, comment);
  }

  /** Written with what it tells, or not at all. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(
      Action action, String actor, String table, String version, Long draft, String comment) {
    database
        .sql(
            "INSERT INTO cc_table_log (at, actor, action, table_name, version, draft_id, remark)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(
            clock.instant().toEpochMilli(),
            actor,
            action.name(),
            table,
            version,
            draft,
            comment.length() <= LONGEST ? comment : comment.substring(0, LONGEST))
        .update();
    Map<String, Object> data = new HashMap<>();
    data.put("version", version);
    data.put("draft", draft);
    data.put("comment", comment);
    data.values().removeIf(Objects::isNull);
    configuration.append(
        clock.instant(), actor, action.verb, table == null ? "tables" : table, data);
  }

  Page page(Optional<String> table, int page, int size) {
    String name = table.orElse(null);
    long total =
        database
            .sql("SELECT COUNT(*) FROM (" + LINES + ") line" + OF_TABLE)
            .params(name, name)
            .query(Long.class)
            .single();
    List<Line> lines =
        database
            .sql(
                "SELECT * FROM ("
                    + LINES
                    + ") line"
                    + OF_TABLE
                    + " ORDER BY at DESC, seq DESC LIMIT ? OFFSET ?")
            .params(name, name, size, (long) page * size)
            .query(
                (row, number) ->
                    new Line(
                        row.getLong("seq"),
                        clock.inCity(Instant.ofEpochMilli(row.getLong("at"))),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("table_name"),
                        row.getString("version"),
                        row.getObject("draft_id", Long.class),
                        row.getString("remark")))
            .list();
    return new Page(lines, page, size, total);
  }
}
