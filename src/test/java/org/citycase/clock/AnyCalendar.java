package org.citycase.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.citycase.clock.CalendarTable.DayKind;
import org.citycase.clock.CalendarTable.Period;
import org.citycase.clock.CalendarTable.Regime;
import org.citycase.clock.CalendarTable.Slot;

/** Random calendars, instants and limits around the year 2026; everything in whole minutes. */
final class AnyCalendar {

  static final String CATEGORY = "E05-01";

  private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);
  private static final int DAYS = 500;

  /** Without daylight saving, with an hour of it, with half an hour, and changing at midnight. */
  private static final ZoneId[] ZONES = {
    ZoneId.of("Asia/Shanghai"),
    ZoneId.of("America/New_York"),
    ZoneId.of("Australia/Lord_Howe"),
    ZoneId.of("America/Santiago")
  };

  private static final String[] CHANGES = {
    "2026-03-07T00:00:00Z", "2026-10-31T00:00:00Z", "2026-04-04T00:00:00Z", "2026-09-05T00:00:00Z"
  };

  private AnyCalendar() {}

  static Arbitrary<CalendarTable> tables() {
    return Combinators.combine(
            Arbitraries.of(ZONES),
            periods(),
            Arbitraries.integers().between(1, 24),
            days(),
            regimes())
        .as(
            (zone, periods, hours, days, regimes) ->
                new CalendarTable(zone, periods, hours, days, regimes, "random", List.of()));
  }

  /** An instant of 2026, every second one close to a change to or from daylight saving. */
  static Arbitrary<Instant> instants() {
    Arbitrary<Instant> any =
        Arbitraries.integers()
            .between(0, 400 * 24 * 60)
            .map(minute -> Instant.parse("2025-12-01T00:00:00Z").plusSeconds(60L * minute));
    Arbitrary<Instant> changing =
        Combinators.combine(Arbitraries.of(CHANGES), Arbitraries.integers().between(0, 2880))
            .as((day, minute) -> Instant.parse(day).plusSeconds(60L * minute));
    return Arbitraries.oneOf(any, changing);
  }

  static Arbitrary<Limit> limits() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 40), Arbitraries.of(LimitUnit.class))
        .as(Limit::new);
  }

  /** The first holds always; up to two more begin in the course of the year. */
  private static Arbitrary<List<Period>> periods() {
    Arbitrary<List<LocalDate>> begins = dates().set().ofMaxSize(2).map(List::copyOf);
    return Combinators.combine(begins, slots().list().ofSize(3), weeks().list().ofSize(3))
        .as(
            (later, slots, weeks) -> {
              List<Period> periods = new ArrayList<>();
              periods.add(new Period(LocalDate.MIN, slots.get(0), weeks.get(0)));
              for (int i = 0; i < later.size(); i++) {
                periods.add(new Period(later.get(i), slots.get(i + 1), weeks.get(i + 1)));
              }
              return periods;
            });
  }

  /** One to three slots between ends on quarters of an hour; the last may end at midnight. */
  private static Arbitrary<List<Slot>> slots() {
    return Arbitraries.integers()
        .between(0, 96)
        .set()
        .ofMinSize(2)
        .ofMaxSize(6)
        .map(
            quarters -> {
              List<Integer> ends = List.copyOf(new TreeSet<>(quarters));
              List<Slot> slots = new ArrayList<>();
              for (int i = 0; i + 1 < ends.size(); i += 2) {
                slots.add(new Slot(time(ends.get(i)), time(ends.get(i + 1))));
              }
              return slots;
            });
  }

  private static LocalTime time(int quarter) {
    return LocalTime.MIDNIGHT.plusMinutes(15L * quarter);
  }

  private static Arbitrary<Set<DayOfWeek>> weeks() {
    return Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
  }

  private static Arbitrary<Map<LocalDate, DayKind>> days() {
    return Arbitraries.maps(dates(), Arbitraries.of(DayKind.class)).ofMaxSize(60);
  }

  private static Arbitrary<List<Regime>> regimes() {
    return Combinators.combine(instants(), Arbitraries.integers().between(1, 6000))
        .as(
            (from, minutes) ->
                new Regime(new TreeSet<>(Set.of(CATEGORY)), from, from.plusSeconds(60L * minutes)))
        .list()
        .ofMaxSize(2);
  }

  private static Arbitrary<LocalDate> dates() {
    return Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
  }
}
