package org.citycase.clock;

import static org.citycase.clock.CalendarTable.DayKind.HOLIDAY;
import static org.citycase.clock.CalendarTable.DayKind.WORKDAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citycase.clock.CalendarTable.DayKind;
import org.citycase.clock.CalendarTable.Slot;

/** Calendars for tests: the reference city with the 2026 table, and an American one. */
final class Calendars {

  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private Calendars() {}

  static CalendarTable reference() {
    return reference(published2026());
  }

  static CalendarTable reference(Map<LocalDate, DayKind> days) {
    return new CalendarTable(
        SHANGHAI, List.of(slot("08:00", "12:00"), slot("14:00", "18:00")), WEEK, 8, days, "c-2026");
  }

  static Map<LocalDate, DayKind> published2026() {
    Map<LocalDate, DayKind> days = new HashMap<>();
    off(days, "2026-01-01", 3);
    off(days, "2026-02-15", 9);
    off(days, "2026-04-04", 3);
    off(days, "2026-05-01", 5);
    off(days, "2026-06-19", 3);
    off(days, "2026-09-25", 3);
    off(days, "2026-10-01", 7);
    List.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10")
        .forEach(day -> days.put(LocalDate.parse(day), WORKDAY));
    return days;
  }

  static WorkCalendar calendar(CalendarTable table) {
    return new WorkCalendar(() -> table);
  }

  static Slot slot(String from, String to) {
    return new Slot(LocalTime.parse(from), LocalTime.parse(to));
  }

  static Instant shanghai(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }

  private static void off(Map<LocalDate, DayKind> days, String first, int count) {
    for (int i = 0; i < count; i++) {
      days.put(LocalDate.parse(first).plusDays(i), HOLIDAY);
    }
  }
}
