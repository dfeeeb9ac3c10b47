package org.citycase.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.citycase.casefile.CaseState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What went wrong and waits for a person. */
@Service
@Transactional(readOnly = true)
public class Alarms {

  private static final String UNHEARD =
      " FROM cc_escalation a JOIN cc_case_file f ON f.number = a.case_number"
          + " WHERE a.alarm = TRUE AND f.state IN ("
          + CaseState.open().stream()
              .map(state -> "'" + state.name() + "'")
              .collect(Collectors.joining(", "))
          + ")";
  private static final String LOST = " FROM cc_notice n WHERE n.given_up = TRUE";
  private static final String PART = " LIMIT ? OFFSET ?";

  private final JdbcClient database;

  Alarms(JdbcClient database) {
    this.database = database;
  }

  /** What can go wrong. */
  public enum Kind {
    /** An escalation of an open case found nobody and went to the duty leaders instead. */
    UNHEARD,
    /** A notice was tried often enough and did not leave the house. */
    LOST
  }

  /**
   * Something that waits.
   *
   * @param number of the case
   * @param what the level of an escalation, the name of a document
   * @param to the group or person that was not reached; null when nobody was meant
   */
  public record Alarm(Instant at, String number, String what, String to, String note) {}

  public long count(Kind kind) {
    return switch (kind) {
      case UNHEARD -> counted(UNHEARD);
      case LOST -> counted(LOST);
    };
  }

  /** A page of alarms, newest first; of a citizen's address nothing is told. */
  public Found<Alarm> of(Kind kind, Leaf leaf) {
    List<Alarm> alarms =
        switch (kind) {
          case UNHEARD ->
              read(
                  "SELECT a.at, a.case_number, a.level_code AS what,"
                      + " a.recipient_group AS receiver, a.note"
                      + UNHEARD
                      + " ORDER BY a.at DESC, a.case_number, a.seq DESC",
                  leaf);
          case LOST ->
              read(
                  "SELECT n.at, n.case_number, n.document AS what,"
                      + " CASE WHEN n.citizen THEN NULL ELSE n.recipient END AS receiver,"
                      + " n.failure AS note"
                      + LOST
                      + " ORDER BY n.at DESC, n.id DESC",
                  leaf);
        };
    return Found.of(alarms, leaf, count(kind));
  }

  private long counted(String from) {
    return database.sql("SELECT COUNT(*)" + from).query(Long.class).single();
  }

  private List<Alarm> read(String sql, Leaf leaf) {
    return database
        .sql(sql + PART)
        .params(leaf.size(), leaf.first())
        .query(
            (row, number) ->
                new Alarm(
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("case_number"),
                    row.getString("what"),
                    row.getString("receiver"),
                    row.getString("note")))
        .list();
  }
}
