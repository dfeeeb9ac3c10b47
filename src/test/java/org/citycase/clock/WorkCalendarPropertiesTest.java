package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycase.clock.Calendars.NEW_YORK;
import static org.citycase.clock.Calendars.SHANGHAI;
import static org.citycase.clock.Calendars.slot;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.citycase.clock.CalendarTable.DayKind;
import org.citycase.clock.CalendarTable.Slot;
import org.junit.jupiter.api.Test;

/** Laws of the calendar over random calendars, with a fixed seed. */
class WorkCalendarPropertiesTest {

  private static final List<ZoneId> ZONES =
      List.of(SHANGHAI, NEW_YORK, ZoneId.of("Australia/Lord_Howe"), ZoneId.of("America/Santiago"));

  private final Random random = new Random(20260316);

  @Test
  void whatIsDueIsExactlyUsedUp() {
    for (int i = 0; i < 4000; i++) {
      WorkCalendar calendar = Calendars.calendar(anyTable(i));
      Instant start = anyInstant(60);
      Limit limit = anyLimit(40);
      Instant due = calendar.due(start, limit).at();
      assertThat(calendar.used(start, due, limit.unit()))
          .as("%s from %s", limit, start)
          .isEqualTo(calendar.length(limit));
    }
  }

  @Test
  void aLaterStartIsNeverDueEarlier() {
    for (int i = 0; i < 4000; i++) {
      WorkCalendar calendar = Calendars.calendar(anyTable(i));
      Limit limit = anyLimit(40);
      Instant start = anyInstant(60);
      Instant later = start.plusSeconds(random.nextInt(500_000));
      assertThat(calendar.due(later, limit).at())
          .as("%s from %s and %s", limit, start, later)
          .isAfterOrEqualTo(calendar.due(start, limit).at());
    }
  }

  @Test
  void timeUsedAddsUp() {
    for (int i = 0; i < 4000; i++) {
      WorkCalendar calendar = Calendars.calendar(anyTable(i));
      Instant from = anyInstant(1);
      Instant middle = from.plusSeconds(random.nextInt(40_000_000));
      Instant to = middle.plusSeconds(random.nextInt(40_000_000));
      LimitUnit unit = anyLimit(1).unit();
      Duration parts = calendar.used(from, middle, unit).plus(calendar.used(middle, to, unit));
      assertThat(parts).isEqualTo(calendar.used(from, to, unit));
    }
  }

  @Test
  void aMinuteByMinuteCountAgrees() {
    for (int i = 0; i < 400; i++) {
      CalendarTable table = anyTable(i);
      Instant from = anyInstant(60);
      Instant to = from.plusSeconds(60L * random.nextInt(20 * 24 * 60));
      Duration used = Calendars.calendar(table).used(from, to, LimitUnit.WORK_HOUR);
      assertThat(used.toMinutes())
          .as("%s from %s to %s", table, from, to)
          .isEqualTo(minutesInside(table, from, to));
    }
  }

  private static long minutesInside(CalendarTable table, Instant from, Instant to) {
    long minutes = 0;
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
      ZonedDateTime local = at.atZone(table.zone());
      boolean open = table.slots().stream().anyMatch(slot -> covers(slot, local.toLocalTime()));
      if (open && table.isWorked(local.toLocalDate())) {
        minutes++;
      }
    }
    return minutes;
  }

  private static boolean covers(Slot slot, LocalTime time) {
    return !time.isBefore(slot.from()) && (slot.endsAtMidnight() || time.isBefore(slot.to()));
  }

  /** Every second table works around the hours at which clocks are changed. */
  private CalendarTable anyTable(int turn) {
    List<Slot> slots =
        turn % 2 == 0
            ? List.of(slot("08:30", "12:00"), slot("13:00", "17:30"))
            : List.of(slot("00:00", "01:15"), slot("01:15", "01:45"), slot("02:30", "00:00"));
    Set<DayOfWeek> week = EnumSet.of(DayOfWeek.SUNDAY);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(3) > 0) {
        week.add(day);
      }
    }
    return new CalendarTable(
        ZONES.get(random.nextInt(ZONES.size())), slots, week, 8, anyDays(), "random");
  }

  private Map<LocalDate, DayKind> anyDays() {
    Map<LocalDate, DayKind> days = new HashMap<>();
    List<DayKind> kinds = new ArrayList<>(List.of(DayKind.values()));
    for (int i = 0; i < 60; i++) {
      LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
      days.put(day, kinds.get(random.nextInt(kinds.size())));
    }
    return days;
  }

  /** An instant around the two changes of 2026 to and from daylight saving, or any of that year. */
  private Instant anyInstant(int step) {
    List<String> changes = List.of("2026-03-07T00:00:00Z", "2026-10-31T00:00:00Z");
    Instant base =
        random.nextBoolean()
            ? Instant.parse(changes.get(random.nextInt(2))).plusSeconds(random.nextInt(172_800))
            : Instant.parse("2025-12-01T00:00:00Z").plusSeconds(random.nextInt(33_000_000));
    return Instant.ofEpochSecond(base.getEpochSecond() / step * step);
  }

  private Limit anyLimit(int most) {
    LimitUnit[] units = LimitUnit.values();
    return new Limit(1 + random.nextInt(most), units[random.nextInt(units.length)]);
  }
}
