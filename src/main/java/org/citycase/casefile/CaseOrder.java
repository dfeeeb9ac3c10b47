package org.citycase.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.citycase.clock.Countdown;
import org.citycase.clock.Countdowns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The orders a list may have. By the time that is left: running clocks first, each by what is left
 * on its own clock at the instant of the list; then those that stand still, then the cases without
 * a clock. By the due instant: those without one last. Equal ones are in the order of their
 * numbers.
 *
 * <p>Clocks of one group (all that run day and night; all that count working time by one calendar)
 * have less time left the earlier their time is up, whatever the instant: the database reads each
 * group in the order of an index, and only the heads of the groups are compared.
 */
@Component
class CaseOrder {

  private final JdbcTemplate database;
  private final Countdowns countdowns;

  CaseOrder(JdbcTemplate database, Countdowns countdowns) {
    this.database = database;
    this.countdowns = countdowns;
  }

  /** Which cases at which instant, read in pieces of this many. */
  record Wanted(Conditions filter, Instant at, int piece) {}

  /** The tiers of the order that was asked for; newest first when none was. */
  List<Tier> tiers(String asked, Wanted wanted) {
    String[] words = (asked == null ? "-reportedAt" : asked).split(",");
    boolean descending =
        words[0].startsWith("-") || words.length > 1 && words[1].equalsIgnoreCase("desc");
    return switch (key(words[0])) {
      case "reportedAt" -> List.of(alone(wanted, null, "reported_at", descending));
      case "dueAt" ->
          List.of(
              alone(wanted, "f.due_at IS NOT NULL", "due_at", descending),
              alone(wanted, "f.due_at IS NULL", null, descending));
      case "remaining" -> byRemaining(wanted, descending);
      default ->
          throw CaseQuery.malformed(
              "sort",
              "案件不能按“" + asked + "”排序，请用 dueAt、reportedAt 或 remaining。",
              "Cases cannot be sorted by '" + asked + "': use dueAt, reportedAt or remaining.");
    };
  }

  /** Whether the cases before a page have to be compared to find it. */
  static boolean isByRemaining(String asked) {
    return asked != null && key(asked.split(",")[0]).equals("remaining");
  }

  private static String key(String word) {
    return word.replaceFirst("^[-+ ]", "");
  }

  private Tier alone(Wanted wanted, String condition, String column, boolean descending) {
    Conditions filter =
        condition == null ? wanted.filter() : new Conditions().add(condition).and(wanted.filter());
    Strand.Order order = new Strand.Order(null, column, descending);
    return Tier.of(new Strand(database, filter, order, wanted.piece()));
  }

  private List<Tier> byRemaining(Wanted wanted, boolean descending) {
    List<Tier.Part> running = new ArrayList<>();
    for (Group group : runningGroups()) {
      running.add(
          new Tier.Part(
              strand(wanted, group.name(), descending),
              head -> countdowns.remaining(group.at(head.value()), group.category(), wanted.at())));
    }
    return List.of(
        Tier.merged(running, descending),
        Tier.of(strand(wanted, Countdown.HALTED, descending)),
        alone(wanted, "f.count_group IS NULL", null, descending));
  }

  private Strand strand(Wanted wanted, String group, boolean descending) {
    Strand.Order order = new Strand.Order(group, "count_value", descending);
    return new Strand(database, wanted.filter(), order, wanted.piece());
  }

  /** A group of running clocks, and the category of one of them: all count by one calendar. */
  private record Group(String name, String category) {
    Countdown at(long value) {
      return new Countdown(name, value, Countdown.NEVER, Countdown.NEVER);
    }
  }

  /** There are few: the index is asked for the next one after each. */
  private List<Group> runningGroups() {
    List<Group> groups = new ArrayList<>();
    for (Group next = after(""); next != null; next = after(next.name())) {
      if (!next.name().equals(Countdown.HALTED)) {
        groups.add(next);
      }
    }
    return groups;
  }

  private Group after(String group) {
    return database
        .query(
            "SELECT f.count_group, f.category FROM cc_case_file f WHERE f.count_group > ?"
                + " ORDER BY f.count_group, f.count_value, f.number LIMIT 1",
            (row, line) -> new Group(row.getString(1), row.getString(2)),
            group)
        .stream()
        .findFirst()
        .orElse(null);
  }
}
