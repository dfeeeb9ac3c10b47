package org.citycase.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.Witnesses;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The visits that one command of the engine begins and ends; written together when it is done, in
 * its transaction, so that all that is passed within a command costs one statement.
 */
class VisitNotes implements Session {

  private static final String BEGIN =
      "INSERT INTO cc_visit (case_number, instance_id, definition_id, element, element_kind,"
          + " activity_instance, from_at, to_at, canceled) VALUES ";
  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final int MOST_ROWS = 100;
  private static final String END =
      "UPDATE cc_visit SET to_at = ?, canceled = ? WHERE activity_instance = ?";
  private static final String MIGRATE =
      "UPDATE cc_visit SET definition_id = ?, element = ? WHERE activity_instance = ?";
  private static final String OPEN =
      "SELECT activity_instance, element, element_kind FROM cc_visit"
          + " WHERE instance_id = ? AND to_at IS NULL ORDER BY seq";

  /** What only surrounds the place where a case stands. */
  private static final Set<String> AROUND = Set.of("subProcess", "multiInstanceBody");

  private static final int INSTANCE = 1;
  private static final int ELEMENT = 3;
  private static final int KIND = 4;
  private static final int ACTIVITY_INSTANCE = 5;
  private static final int TO = 7;
  private static final int CANCELED = 8;

  private static final String CASES =
      "SELECT DISTINCT case_number FROM cc_visit WHERE activity_instance IN (%s)";

  private final JdbcTemplate jdbc;
  private final Witnesses witnesses;
  private final Map<String, Object[]> begun = new LinkedHashMap<>();
  private final List<Object[]> ended = new ArrayList<>();
  private final List<Object[]> migrated = new ArrayList<>();

  /** Whose visits end here, and the visits of which that is to be looked up. */
  private final Set<String> cases = new TreeSet<>();

  private final Set<String> unknown = new LinkedHashSet<>();

  VisitNotes(JdbcTemplate jdbc, Witnesses witnesses) {
    this.jdbc = jdbc;
    this.witnesses = witnesses;
  }

  /** At which elements an instance stood before what is noted here, and where it stands after. */
  record Stay(List<String> before, List<String> after) {}

  Stay stay(String instance) {
    Map<String, String> open = open(instance);
    List<String> before = List.copyOf(open.values());
    migrated.forEach(visit -> open.replace((String) visit[2], (String) visit[1]));
    ended.forEach(visit -> open.remove((String) visit[2]));
    begun.values().stream()
        .filter(visit -> instance.equals(visit[INSTANCE]) && visit[TO] == null)
        .filter(visit -> !AROUND.contains((String) visit[KIND]))
        .forEach(visit -> open.put((String) visit[ACTIVITY_INSTANCE], (String) visit[ELEMENT]));
    return new Stay(before, List.copyOf(open.values()));
  }

  /** The elements by the ids of the visits. */
  private Map<String, String> open(String instance) {
    Map<String, String> open = new LinkedHashMap<>();
    jdbc.query(
        OPEN,
        row -> {
          if (!AROUND.contains(row.getString("element_kind"))) {
            open.put(row.getString("activity_instance"), row.getString("element"));
          }
        },
        instance);
    return open;
  }

  void begin(HistoricActivityInstanceEventEntity event, String caseNumber) {
    begun.put(
        event.getActivityInstanceId(),
        new Object[] {
          caseNumber,
          event.getProcessInstanceId(),
          event.getProcessDefinitionId(),
          event.getActivityId(),
          event.getActivityType(),
          event.getActivityInstanceId(),
          event.getStartTime().getTime(),
          null,
          false
        });
  }

  /**
   * A visit ends.
   *
   * @param caseNumber whose visit it is; null when that has to be looked up
   */
  void end(HistoricActivityInstanceEventEntity event, String caseNumber) {
    Object[] visit = begun.get(event.getActivityInstanceId());
    long at = event.getEndTime().getTime();
    if (visit != null) {
      visit[TO] = at;
      visit[CANCELED] = event.isCanceled();
      return;
    }
    ended.add(new Object[] {at, event.isCanceled(), event.getActivityInstanceId()});
    if (caseNumber == null) {
      unknown.add(event.getActivityInstanceId());
    } else {
      cases.add(caseNumber);
    }
  }

  /** The visit goes on in another version of the diagram. */
  void migrate(HistoricActivityInstanceEventEntity event) {
    migrated.add(
        new Object[] {
          event.getProcessDefinitionId(), event.getActivityId(), event.getActivityInstanceId()
        });
    unknown.add(event.getActivityInstanceId());
  }

  @Override
  public void flush() {
    for (String number : touched()) {
      EvidenceRow path = new EvidenceRow(Evidence.PATH, number, number);
      witnesses.changes(path);
      witnesses.wrote(path);
    }
    insert(jdbc, new ArrayList<>(begun.values()));
    begun.clear();
    write(MIGRATE, migrated);
    write(END, ended);
  }

  /** Whose paths go on or end here: their logs vouch for them. */
  private Set<String> touched() {
    Set<String> touched = new TreeSet<>(cases);
    begun.values().forEach(visit -> touched.add((String) visit[0]));
    if (!unknown.isEmpty()) {
      String marks = String.join(", ", Collections.nCopies(unknown.size(), "?"));
      touched.addAll(jdbc.queryForList(CASES.formatted(marks), String.class, unknown.toArray()));
    }
    cases.clear();
    unknown.clear();
    return touched;
  }

  /** Writes these rows in their order, as few statements as a database far away likes. */
  static void insert(JdbcTemplate jdbc, List<Object[]> rows) {
    for (int from = 0; from < rows.size(); from += MOST_ROWS) {
      List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + MOST_ROWS));
      jdbc.update(
          BEGIN + String.join(", ", Collections.nCopies(some.size(), ROW)),
          some.stream().flatMap(Stream::of).toArray());
    }
  }

  private void write(String statement, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(statement, rows);
      rows.clear();
    }
  }

  @Override
  public void close() {
    begun.clear();
    ended.clear();
    migrated.clear();
    cases.clear();
    unknown.clear();
  }
}
