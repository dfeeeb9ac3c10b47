package org.citycase.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.citycase.access.Viewer;
import org.citycase.clock.CityClock;
import org.citycase.clock.Light;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for somebody: the tasks he has taken, and those of his groups that nobody has taken.
 */
@Service
@Transactional(readOnly = true)
public class Worklist {

  private static final String MINE =
      " FROM ACT_RU_TASK t WHERE (t.ASSIGNEE_ = :user OR (t.ASSIGNEE_ IS NULL AND EXISTS"
          + " (SELECT 1 FROM ACT_RU_IDENTITYLINK l WHERE l.TASK_ID_ = t.ID_ AND"
          + " (l.USER_ID_ = :user OR l.GROUP_ID_ IN (:groups)))))";
  private static final String RED = "t.DUE_DATE_ < :now";
  private static final String YELLOW = "t.DUE_DATE_ >= :now AND t.FOLLOW_UP_DATE_ <= :now";
  private static final String GREEN =
      "(t.DUE_DATE_ IS NULL OR (t.DUE_DATE_ >= :now"
          + " AND (t.FOLLOW_UP_DATE_ IS NULL OR t.FOLLOW_UP_DATE_ > :now)))";

  private final JdbcClient database;
  private final CityClock clock;

  Worklist(JdbcClient database, CityClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The waiting tasks of one step of a diagram.
   *
   * @param key id of the user task
   * @param name as the diagram labels it, in Chinese and English
   * @param taken how many of them the person has taken himself
   * @param nextDue the earliest due instant of them; null when none is due
   */
  public record Heap(
      String key, String name, long tasks, long taken, long yellow, long red, Instant nextDue) {}

  /**
   * One waiting task.
   *
   * @param taken whether the person has taken it
   * @param dueAt null when it has no limit
   */
  public record Item(
      String id,
      String key,
      String name,
      String caseNumber,
      String category,
      String address,
      boolean taken,
      Instant createdAt,
      Instant dueAt,
      Light light) {}

  /**
   * Which of the waiting tasks are asked for.
   *
   * @param key of a user task; empty for all
   * @param light null for all
   */
  public record Wanted(String key, Light light, int page, int size) {}

  /** A page of waiting tasks, what is due first at the top; the total is exact. */
  public record Page(List<Item> items, int page, int size, long total) {}

  /** All that waits for the person, step by step; what is due first at the top. */
  public List<Heap> of(Viewer viewer) {
    return asked(
            "SELECT t.TASK_DEF_KEY_ AS task_key, MAX(t.NAME_) AS task_name, COUNT(*) AS tasks,"
                + " SUM(CASE WHEN t.ASSIGNEE_ = :user THEN 1 ELSE 0 END) AS taken,"
                + " SUM(CASE WHEN "
                + YELLOW
                + " THEN 1 ELSE 0 END) AS yellow, SUM(CASE WHEN "
                + RED
                + " THEN 1 ELSE 0 END) AS red, MIN(t.DUE_DATE_) AS next_due"
                + MINE
                + " GROUP BY t.TASK_DEF_KEY_"
                + " ORDER BY CASE WHEN MIN(t.DUE_DATE_) IS NULL THEN 1 ELSE 0 END, next_due,"
                + " task_key",
            viewer)
        .query((row, number) -> heap(row))
        .list();
  }

  /** A page of what waits for the person. */
  public Page of(Viewer viewer, Wanted wanted) {
    String from = MINE + " AND (:key = '' OR t.TASK_DEF_KEY_ = :key)" + condition(wanted.light());
    long total =
        asked("SELECT COUNT(*)" + from, viewer)
            .param("key", wanted.key())
            .query(Long.class)
            .single();
    List<Item> items =
        asked(
                "SELECT one.*, e.BUSINESS_KEY_ AS case_number, f.category, f.address"
                    + " FROM (SELECT t.ID_, t.TASK_DEF_KEY_, t.NAME_, t.ASSIGNEE_, t.CREATE_TIME_,"
                    + " t.DUE_DATE_, t.FOLLOW_UP_DATE_, t.PROC_INST_ID_"
                    + from
                    + ") one JOIN ACT_RU_EXECUTION e ON e.ID_ = one.PROC_INST_ID_"
                    + " LEFT JOIN cc_case_file f ON f.number = e.BUSINESS_KEY_"
                    + " ORDER BY CASE WHEN one.DUE_DATE_ IS NULL THEN 1 ELSE 0 END, one.DUE_DATE_,"
                    + " one.ID_ LIMIT :size OFFSET :first",
                viewer)
            .param("key", wanted.key())
            .param("size", wanted.size())
            .param("first", (long) wanted.page() * wanted.size())
            .query((row, number) -> item(row, viewer))
            .list();
    return new Page(items, wanted.page(), wanted.size(), total);
  }

  private static String condition(Light light) {
    if (light == null) {
      return "";
    }
    return switch (light) {
      case RED -> " AND " + RED;
      case YELLOW -> " AND " + YELLOW;
      case GREEN -> " AND " + GREEN;
    };
  }

  private JdbcClient.StatementSpec asked(String sql, Viewer viewer) {
    List<String> groups = new ArrayList<>(viewer.groups());
    groups.add("");
    return database
        .sql(sql)
        .param("user", viewer.user())
        .param("groups", groups)
        .param("now", Timestamp.from(clock.instant()));
  }

  private static Heap heap(ResultSet row) throws SQLException {
    return new Heap(
        row.getString("task_key"),
        row.getString("task_name"),
        row.getLong("tasks"),
        row.getLong("taken"),
        row.getLong("yellow"),
        row.getLong("red"),
        instant(row, "next_due"));
  }

  private Item item(ResultSet row, Viewer viewer) throws SQLException {
    return new Item(
        row.getString("ID_"),
        row.getString("TASK_DEF_KEY_"),
        row.getString("NAME_"),
        row.getString("case_number"),
        row.getString("category"),
        row.getString("address"),
        viewer.user().equals(row.getString("ASSIGNEE_")),
        instant(row, "CREATE_TIME_"),
        instant(row, "DUE_DATE_"),
        light(instant(row, "DUE_DATE_"), instant(row, "FOLLOW_UP_DATE_")));
  }

  private Light light(Instant due, Instant yellow) {
    Instant now = clock.instant();
    if (due != null && due.isBefore(now)) {
      return Light.RED;
    }
    return due != null && yellow != null && !yellow.isAfter(now) ? Light.YELLOW : Light.GREEN;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
