package org.citycase.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.citycase.clock.Countdown;
import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;
import org.citycase.clock.WorkCalendar;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Made-up cases, the same ones for the same seed: most are closed, some hundredths are open, with
 * the limits, lights and marks of a city that is late now and then. Written straight into the
 * tables.
 */
final class ManyCases {

  static final List<String> CATEGORIES = List.of("C01-02", "C01-37", "E01-01", "E03-12", "E05-01");
  static final List<String> UNITS =
      List.of("SANITATION-A", "PARKS-A", "ROADS-A", "STREET-A", "WATER-CO", "POLICE-A");

  private static final List<String> WORDS =
      List.of("井盖破损", "暴露垃圾", "Broken lamp", "树木倒伏", "占道经营 100%", "pothole_deep", "污水外溢");
  private static final List<String> STREETS = List.of("中山路", "解放路", "Main Street", "和平里");
  private static final List<Limit> LIMITS =
      List.of(
          new Limit(2, LimitUnit.URGENT_HOUR),
          new Limit(4, LimitUnit.WORK_HOUR),
          new Limit(3, LimitUnit.WORK_DAY),
          new Limit(7, LimitUnit.NATURAL_DAY),
          new Limit(15, LimitUnit.WORK_DAY));
  private static final int BATCH = 1000;
  private static final int PERCENT = 100;

  private final Random random;
  private final Instant now;
  private final long reach;

  /**
   * @param days how far back the oldest is
   */
  ManyCases(long seed, Instant now, int days) {
    this.random = new Random(seed);
    this.now = now;
    this.reach = Duration.ofDays(days).toSeconds();
  }

  /** Writes so many cases; with a calendar those that have one also get their clock. */
  void write(int cases, JdbcTemplate database, WorkCalendar calendar) {
    List<Object[]> files = new ArrayList<>(BATCH);
    List<Object[]> clocks = new ArrayList<>(BATCH);
    String[] sql = new String[2];
    for (int i = 1; i <= cases; i++) {
      Map<String, Object> file = file(i);
      Map<String, Object> clock = calendar == null ? null : clock(file, calendar);
      sql[0] = sql[0] == null ? insert("cc_case_file", file) : sql[0];
      files.add(file.values().toArray());
      if (clock != null) {
        sql[1] = sql[1] == null ? insert("cc_case_clock", clock) : sql[1];
        clocks.add(clock.values().toArray());
      }
      if (i % BATCH == 0 || i == cases) {
        database.batchUpdate(sql[0], files);
        if (!clocks.isEmpty()) {
          database.batchUpdate(sql[1], clocks);
        }
        files.clear();
        clocks.clear();
      }
    }
  }

  private static String insert(String table, Map<String, Object> row) {
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(table, String.join(", ", row.keySet()), Conditions.marks(row.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(PERCENT) < percent;
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private Map<String, Object> file(int index) {
    long age = (long) (random.nextDouble() * reach);
    CaseState state = state(age);
    boolean dispatched = state.isEnd() ? state == CaseState.CLOSED : isDispatched(state);
    boolean districtA = chance(60);
    String unit = dispatched ? any(UNITS) : null;
    Instant reported = now.minusSeconds(age);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("number", "%s%013d".formatted(districtA ? "110101" : "110102", index));
    row.put("version", 0);
    row.put("state", state.name());
    row.put("step", dispatched ? "handle" : "register");
    row.put("channel", any(List.of(Channel.values())).name());
    row.put("category", any(CATEGORIES));
    row.put("condition_id", any(CATEGORIES) + "-1");
    row.put("description", any(WORDS) + " " + random.nextInt(PERCENT * BATCH));
    row.put("lat", 39.9);
    row.put("lng", 116.4);
    row.put("address", chance(90) ? any(STREETS) + random.nextInt(PERCENT) + "号" : null);
    row.put(
        "grid",
        (districtA ? "110101001001" : "110102001001") + "%03d".formatted(random.nextInt(9)));
    row.put("district", districtA ? "110101" : "110102");
    row.put("reported_by", any(List.of("chen", "wu", "li", "public")));
    row.put("unit", unit);
    row.put("co_units", unit != null && chance(5) ? any(UNITS) + "," + any(UNITS) : null);
    row.put("coordinated", false);
    row.put("moved", false);
    row.put("handler", unit != null && chance(70) ? any(List.of("street-a", "water-co")) : null);
    row.put("check_result", "none");
    row.put("clock_state", "none");
    row.put("late", false);
    row.put("due_at", null);
    for (String count : List.of("rework", "extension", "return", "false_feedback")) {
      row.put(count + "_count", chance(5) ? 1 : 0);
    }
    for (String mark :
        List.of("supervised", "leader", "media", "quick", "recurrence", "substitute", "exempt")) {
      row.put(mark, chance(4));
    }
    row.put("found_at", reported.toEpochMilli());
    row.put("reported_at", reported.toEpochMilli());
    row.put(
        "closed_at",
        state == CaseState.CLOSED ? reported.plusSeconds(age / 2).toEpochMilli() : null);
    row.put("log_length", 0);
    row.put("log_hash", "-");
    row.put("count_group", null);
    row.put("count_value", null);
    row.put("yellow_at", null);
    row.put("red_at", null);
    return row;
  }

  static boolean isDispatched(CaseState state) {
    return switch (state) {
      case DISPATCHED, HANDLING, RETURN_REVIEW, SUSPENDED, FEEDBACK, CHECKING, TO_CLOSE -> true;
      default -> false;
    };
  }

  /** Who was reported long ago is over. */
  private CaseState state(long age) {
    boolean open = age < reach / 20 || chance(2);
    return open
        ? any(List.copyOf(CaseState.open()))
        : chance(92) ? CaseState.CLOSED : any(List.copyOf(ENDS));
  }

  private static final List<CaseState> ENDS =
      List.of(CaseState.REJECTED, CaseState.NOT_FILED, CaseState.MERGED, CaseState.VOIDED);

  private Map<String, Object> clock(Map<String, Object> file, WorkCalendar calendar) {
    if (file.get("unit") == null) {
      return null;
    }
    String state = (String) file.get("state");
    boolean runs = state.equals("DISPATCHED") || state.equals("HANDLING");
    boolean waits = state.equals("RETURN_REVIEW") || state.equals("SUSPENDED");
    Limit limit = any(LIMITS);
    long whole = calendar.length(limit).toSeconds();
    Instant begun = Instant.ofEpochMilli((long) file.get("reported_at"));
    Instant since =
        Instant.ofEpochSecond(runs ? late(begun, whole).getEpochSecond() : begun.getEpochSecond());
    long used = runs ? 0 : (long) (random.nextDouble() * whole * 1.15);
    Instant due = calendar.due(since, limit).at();
    Countdown countdown =
        runs ? running(since, limit, calendar) : halted(whole - used, whole, since);
    String clockState = runs ? "RUNNING" : waits ? "PAUSED" : "STOPPED";
    file.put("clock_state", clockState.toLowerCase(java.util.Locale.ROOT));
    file.put("due_at", waits ? null : due.toEpochMilli());
    file.put("late", !countdown.redAt().isAfter(now));
    file.put("count_group", countdown.countGroup());
    file.put("count_value", countdown.countValue());
    file.put("yellow_at", countdown.yellowAt().toEpochMilli());
    file.put("red_at", countdown.redAt().toEpochMilli());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("case_number", file.get("number"));
    row.put("state", clockState);
    row.put("limit_value", limit.value());
    row.put("limit_unit", limit.unit().name());
    row.put("limit_seconds", whole);
    row.put("extension_seconds", 0);
    row.put("used_seconds", used);
    row.put("since_at", since.toEpochMilli());
    row.put("halted_at", runs ? null : since.toEpochMilli());
    row.put("due_at", due.toEpochMilli());
    row.put("holder", file.get("unit"));
    row.put("unit", file.get("unit"));
    row.put("category", file.get("category"));
    row.put("limit_version", "v");
    row.put("extensions", 0);
    row.put("provisional", false);
    row.put("calendar_version", calendar.forCategory((String) file.get("category")).version());
    row.put("round", 1);
    row.put("segments", 1);
    row.put("row_version", 0);
    return row;
  }

  /** A running clock began at most one and a half limits ago. */
  private Instant late(Instant begun, long whole) {
    Instant earliest = now.minusSeconds((long) (random.nextDouble() * whole * 1.5));
    return begun.isAfter(earliest) ? begun : earliest;
  }

  private static Countdown running(Instant since, Limit limit, WorkCalendar calendar) {
    Instant due = calendar.due(since, limit).at();
    Duration yellow = calendar.length(limit).multipliedBy(4).dividedBy(5);
    return new Countdown(
        isWorking(limit) ? calendar.version() : Countdown.ROUND_THE_CLOCK,
        due.toEpochMilli(),
        calendar.dueAfter(since, yellow, limit.unit()).at(),
        due.plusSeconds(1));
  }

  private static boolean isWorking(Limit limit) {
    return limit.unit().code().startsWith("work");
  }

  private static Countdown halted(long left, long whole, Instant since) {
    return new Countdown(
        Countdown.HALTED,
        left,
        left > whole / 5 ? Countdown.NEVER : since,
        left < 0 ? since : Countdown.NEVER);
  }
}
