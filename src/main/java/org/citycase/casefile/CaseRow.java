package org.citycase.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citycase.clock.Countdown;
import org.citycase.clock.Countdowns;

/**
 * A case as lists show it, without anybody's personal data.
 *
 * @param light green, yellow or red; none without a clock
 * @param remainingSeconds what is left on the limit's own clock, negative beyond it; null without a
 *     clock
 * @param workingTime whether those are seconds of working time, and not of day and night
 * @param clockState none, running, paused or stopped
 * @param channel the code of the channel
 */
public record CaseRow(
    String number,
    CaseState state,
    String light,
    Long remainingSeconds,
    boolean workingTime,
    String clockState,
    Instant dueAt,
    String category,
    String description,
    String address,
    String grid,
    String district,
    String unit,
    String channel,
    List<String> flags,
    Instant reportedAt,
    Instant closedAt) {

  static final String COLUMNS =
      "f.number, f.state, f.clock_state, f.due_at, f.limit_unit, f.category, f.description,"
          + " f.address, f.grid, f.district, f.unit, f.channel, f.supervised, f.leader, f.media,"
          + " f.quick, f.recurrence, f.substitute, f.exempt, f.reported_at, f.closed_at,"
          + " f.count_group, f.count_value, f.yellow_at, f.red_at";

  private static final List<String> FLAGS =
      List.of("supervised", "leader", "media", "quick", "recurrence", "substitute", "exempt");

  static CaseRow of(ResultSet row, Countdowns countdowns, Instant at) throws SQLException {
    Countdown countdown = countdown(row);
    String category = row.getString("category");
    String limitUnit = row.getString("limit_unit");
    return new CaseRow(
        row.getString("number"),
        CaseState.valueOf(row.getString("state")),
        countdown == null ? "none" : countdown.light(at).code(),
        countdown == null ? null : countdowns.remaining(countdown, category, at),
        limitUnit != null && limitUnit.startsWith("work"),
        row.getString("clock_state"),
        instant(row, "due_at"),
        category,
        row.getString("description"),
        row.getString("address"),
        row.getString("grid"),
        row.getString("district"),
        row.getString("unit"),
        row.getString("channel").toLowerCase(Locale.ROOT),
        flags(row),
        instant(row, "reported_at"),
        instant(row, "closed_at"));
  }

  private static Countdown countdown(ResultSet row) throws SQLException {
    String group = row.getString("count_group");
    return group == null
        ? null
        : new Countdown(
            group, row.getLong("count_value"), instant(row, "yellow_at"), instant(row, "red_at"));
  }

  private static List<String> flags(ResultSet row) throws SQLException {
    List<String> set = new ArrayList<>();
    for (String flag : FLAGS) {
      if (row.getBoolean(flag)) {
        set.add(flag);
      }
    }
    return set;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
