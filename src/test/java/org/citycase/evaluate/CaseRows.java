package org.citycase.evaluate;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.citycase.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;

/** A database of its own into which a test writes how cases and stages ended. */
final class CaseRows {

  static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  private final DataSource database = TestDatabase.migrated("tallies");
  private int number;
  private int stage;

  JdbcClient jdbc() {
    return JdbcClient.create(database);
  }

  /** An instant as the tables hold it. */
  static long at(String local) {
    return LocalDateTime.parse(local).atZone(CITY).toInstant().toEpochMilli();
  }

  /**
   * A dispatched case of STREET-A in district 110101, filed on 2 March, due on the 20th and still
   * being handled, but for the columns named here by name and value; gives its number.
   */
  String file(Object... columns) {
    Map<String, Object> row = new LinkedHashMap<>();
    List.of("rework_count", "extension_count", "return_count", "false_feedback_count", "version")
        .forEach(count -> row.put(count, 0));
    List.of(
            "late",
            "supervised",
            "leader",
            "media",
            "quick",
            "recurrence",
            "substitute",
            "exempt",
            "coordinated",
            "moved")
        .forEach(flag -> row.put(flag, false));
    row.putAll(
        Map.of(
            "number", "K%05d".formatted(++number),
            "state", "HANDLING",
            "channel", "COLLECTOR",
            "category", "E03-12",
            "description", "mud",
            "lat", 39.9,
            "lng", 116.4,
            "grid", "110101001001001",
            "district", "110101",
            "unit", "STREET-A"));
    row.putAll(
        Map.of(
            "reported_by",
            "chen",
            "check_result",
            "none",
            "clock_state",
            "running",
            "found_at",
            at("2026-03-02T09:00"),
            "reported_at",
            at("2026-03-02T09:00"),
            "filed_at",
            at("2026-03-02T09:10"),
            "filed_by",
            "zhao",
            "due_at",
            at("2026-03-20T17:00"),
            "log_length",
            0,
            "log_hash",
            "-"));
    put(row, columns);
    insert("cc_case_file", row);
    return (String) row.get("number");
  }

  /** A case fed back and closed at these instants. */
  String closed(boolean late, String fedBack, String closed, Object... columns) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("state", "CLOSED");
    row.put("clock_state", "stopped");
    row.put("late", late);
    row.put("fed_back_at", at(fedBack));
    row.put("closed_at", at(closed));
    put(row, columns);
    Object[] all =
        row.entrySet().stream()
            .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
            .toArray();
    return file(all);
  }

  /** A task of a stage that somebody completed; nobody when the person is null. */
  void task(String caseNumber, String name, String person, String done, Object... columns) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("case_number", caseNumber);
    row.put("seq", ++stage);
    row.put("stage", name);
    row.put("turn", 1);
    row.put("task_id", "t" + stage);
    row.put("holder", "group");
    row.put("person", person);
    row.put("from_at", at(done) - 1000);
    row.put("to_at", at(done));
    row.put("limit_value", 15);
    row.put("limit_unit", "MINUTE");
    List.of("limit_seconds", "used_before", "used_seconds", "due_at").forEach(s -> row.put(s, 0));
    row.put("overdue", false);
    row.put("paused", false);
    row.put("calendar_version", "c1");
    put(row, columns);
    insert("cc_stage_clock", row);
  }

  /** A stretch of a case's clock that ran until an instant, for STREET-A. */
  void ran(String caseNumber, int round, int seq, String until, String due) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("case_number", caseNumber);
    row.put("seq", seq);
    row.put("round", round);
    row.put("from_at", at("2026-03-02T10:00"));
    row.put("to_at", at(until));
    row.put("state", "RUNNING");
    row.put("holder", "STREET-A");
    row.put("unit", "STREET-A");
    row.put("reason", "r");
    row.put("limit_text", "3 urgent_hour");
    row.put("used_seconds", 0);
    row.put("whole_seconds", 0);
    row.put("limit_version", "v");
    row.put("extensions", 0);
    row.put("due_at", at(due));
    row.put("calendar_version", "c1");
    row.put("adjusting", false);
    insert("cc_clock_segment", row);
  }

  private static void put(Map<String, Object> row, Object... columns) {
    for (int i = 0; i < columns.length; i += 2) {
      Object value = columns[i + 1];
      boolean instant = columns[i].toString().endsWith("_at") && value instanceof String;
      row.put(columns[i].toString(), instant ? at(value.toString()) : value);
    }
  }

  private void insert(String table, Map<String, Object> row) {
    new SimpleJdbcInsert(database)
        .withTableName(table)
        .usingColumns(row.keySet().toArray(String[]::new))
        .execute(row);
  }
}
