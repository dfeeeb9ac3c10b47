package org.citycase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.citycase.clock.CityClock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Clears the city of its cases and of published calendars and tables and lets a test begin at an
 * instant of its own.
 */
@TestComponent
public class EmptyDesk {

  private final JdbcTemplate jdbc;
  private final CityClock clock;
  private final Supplier<?> calendar;
  private final Object shelf;

  EmptyDesk(
      JdbcTemplate jdbc,
      CityClock clock,
      @Qualifier("cityCalendar") Supplier<?> calendar,
      @Qualifier("tableShelf") Object shelf) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.calendar = calendar;
    this.shelf = shelf;
  }

  /** Time runs only forward, so between tests the clock is let loose first. */
  public void at(String instant) {
    jdbc.execute((ConnectionCallback<Void>) this::removeInstances);
    // Batches and scheduled holds belong to no instance; one that failed would stay.
    jdbc.update("DELETE FROM ACT_RU_INCIDENT");
    jdbc.update(
        "DELETE FROM ACT_RU_JOB WHERE PROCESS_INSTANCE_ID_ IS NULL"
            + " AND HANDLER_TYPE_ <> 'history-cleanup'");
    jdbc.queryForList(
            "SELECT table_name FROM information_schema.columns"
                + " WHERE table_schema = SCHEMA() AND lower(table_name) LIKE 'cc\\_%'"
                + " AND lower(column_name) = 'case_number'",
            String.class)
        .forEach(table -> jdbc.update("DELETE FROM " + table));
    List.of("cc_case_file", "cc_case_number", "cc_timer_check")
        .forEach(table -> jdbc.update("DELETE FROM " + table));
    if (jdbc.update("DELETE FROM cc_calendar_version") > 0) {
      ReflectionTestUtils.invokeMethod(calendar, "refresh");
    }
    jdbc.update("DELETE FROM cc_table_version WHERE number_ > 1");
    jdbc.update("DELETE FROM cc_seal");
    jdbc.update("UPDATE cc_seal_chain SET length = 0, hash = ?", "0".repeat(64));
    List.of("cc_table_draft", "cc_rehearsal", "cc_table_log")
        .forEach(table -> jdbc.update("DELETE FROM " + table));
    ReflectionTestUtils.invokeMethod(shelf, "forget");
    ReflectionTestUtils.setField(clock, "standing", null);
    clock.set(OffsetDateTime.parse(instant).toInstant());
    ClockUtil.setCurrentTime(java.util.Date.from(clock.instant()));
  }

  /** The engine would remove a thousand cases one by one, history and all: half a minute. */
  private Void removeInstances(Connection connection) throws SQLException {
    boolean mySql = TestDatabase.isMySql();
    try (Statement statement = connection.createStatement()) {
      statement.execute(mySql ? "SET FOREIGN_KEY_CHECKS = 0" : "SET REFERENTIAL_INTEGRITY FALSE");
      try {
        for (String rows : instances()) {
          statement.executeUpdate(rows);
        }
      } finally {
        statement.execute(mySql ? "SET FOREIGN_KEY_CHECKS = 1" : "SET REFERENTIAL_INTEGRITY TRUE");
      }
    }
    return null;
  }

  private List<String> instances() {
    Map<String, String> conditions = new TreeMap<>();
    jdbc.query(
        """
        SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = SCHEMA()
          AND upper(column_name) IN
            ('PROC_INST_ID_', 'PROCESS_INSTANCE_ID_', 'ROOT_PROC_INST_ID_', 'TASK_ID_')
        """,
        row -> {
          conditions.merge(
              row.getString(1),
              row.getString(2) + " IS NOT NULL",
              (one, other) -> one + " OR " + other);
        });
    return conditions.entrySet().stream()
        .filter(table -> table.getKey().toLowerCase(Locale.ROOT).startsWith("act_"))
        .map(table -> "DELETE FROM " + table.getKey() + " WHERE " + table.getValue())
        .toList();
  }
}
