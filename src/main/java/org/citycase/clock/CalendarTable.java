package org.citycase.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When a city works: its zone, the periods with their own hours, the published holidays and make-up
 * days, and the emergencies in which some categories are worked round the clock. A year without a
 * single published day is provisional.
 *
 * @param periods in order of their first days; the first holds from the beginning of time
 * @param name names exactly the periods and days
 * @param superseded the calendars that were in force before, newest first
 */
record CalendarTable(
    ZoneId zone,
    List<Period> periods,
    int hoursPerWorkDay,
    Map<LocalDate, DayKind> days,
    List<Regime> regimes,
    String name,
    List<CalendarTable> superseded) {

  /**
   * One stretch of work of a day in wall-clock time, from inclusive, to exclusive; {@code 00:00} as
   * the end means midnight.
   */
  record Slot(LocalTime from, LocalTime to) {
    boolean endsAtMidnight() {
      return to.equals(LocalTime.MIDNIGHT);
    }

    private boolean isEmpty() {
      return !endsAtMidnight() && !from.isBefore(to);
    }

    private boolean reaches(Slot next) {
      return endsAtMidnight() || to.isAfter(next.from());
    }
  }

  /** What a published day is, whatever its day of the week. */
  enum DayKind {
    HOLIDAY,
    /** A make-up day (调休上班): worked with all slots. */
    WORKDAY
  }

  /** The hours and days of work from one day on, until the next period begins. */
  record Period(LocalDate from, List<Slot> slots, Set<DayOfWeek> workDays) {
    Period {
      slots = slots.stream().sorted(Comparator.comparing(Slot::from)).toList();
      workDays = Set.copyOf(workDays);
      requireSlots(slots);
      if (workDays.isEmpty()) {
        throw new IllegalArgumentException("A calendar needs at least one work day a week");
      }
    }
  }

  /** 应急: between two instants the working units of these categories run round the clock. */
  record Regime(SortedSet<String> categories, Instant from, Instant to) {
    Regime {
      categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
      if (categories.isEmpty() || !from.isBefore(to)) {
        throw new IllegalArgumentException(
            "An emergency needs categories and must end after " + from);
      }
    }

    boolean concerns(String category) {
      return category != null && categories.contains(category);
    }
  }

  CalendarTable {
    periods = periods.stream().sorted(Comparator.comparing(Period::from)).toList();
    days = Map.copyOf(days);
    regimes = List.copyOf(regimes);
    superseded = List.copyOf(superseded);
    if (periods.isEmpty() || hoursPerWorkDay < 1 || hoursPerWorkDay > 24) {
      throw new IllegalArgumentException(
          "A calendar needs hours of work and 1 to 24 hours per work day, but has "
              + periods
              + " and "
              + hoursPerWorkDay);
    }
  }

  /** A calendar with the same hours all the time. */
  CalendarTable(
      ZoneId zone,
      List<Slot> slots,
      Set<DayOfWeek> workDays,
      int hoursPerWorkDay,
      Map<LocalDate, DayKind> days,
      String name) {
    this(
        zone,
        List.of(new Period(LocalDate.MIN, slots, workDays)),
        hoursPerWorkDay,
        days,
        List.of(),
        name,
        List.of());
  }

  /** The slots of a day in order; empty when it is not worked. */
  List<Slot> slotsOn(LocalDate date) {
    Period period = periodOn(date);
    DayKind published = days.get(date);
    boolean worked =
        published == null
            ? period.workDays().contains(date.getDayOfWeek())
            : published == DayKind.WORKDAY;
    return worked ? period.slots() : List.of();
  }

  private Period periodOn(LocalDate date) {
    Period current = periods.get(0);
    for (Period next : periods) {
      if (next.from().isAfter(date)) {
        return current;
      }
      current = next;
    }
    return current;
  }

  Set<Integer> publishedYears() {
    Set<Integer> years = new HashSet<>();
    days.keySet().forEach(day -> years.add(day.getYear()));
    return years;
  }

  /** Names exactly this calendar; it changes with every setting, day or emergency. */
  String version() {
    return regimes.isEmpty() ? name : name + "+" + Fingerprint.of(regimes.toString());
  }

  /** This calendar as a category is worked by it: with its own emergencies and no others. */
  CalendarTable forCategory(String category) {
    List<Regime> theirs = regimes.stream().filter(regime -> regime.concerns(category)).toList();
    return theirs.size() == regimes.size()
        ? this
        : new CalendarTable(zone, periods, hoursPerWorkDay, days, theirs, name, superseded);
  }

  /** The calendar of this version as the category was worked by it, of those ever in force. */
  Optional<CalendarTable> ofVersion(String wanted, String category) {
    return Stream.concat(Stream.of(this), superseded.stream())
        .map(table -> table.forCategory(category))
        .filter(table -> table.version().equals(wanted))
        .findFirst();
  }

  private static void requireSlots(List<Slot> slots) {
    if (slots.isEmpty()) {
      throw new IllegalArgumentException("A calendar needs at least one slot of work a day");
    }
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).isEmpty()) {
        throw new IllegalArgumentException("The slot " + slots.get(i) + " ends before it starts");
      }
      if (i > 0 && slots.get(i - 1).reaches(slots.get(i))) {
        throw new IllegalArgumentException(
            "The slots " + slots.get(i - 1) + " and " + slots.get(i) + " overlap");
      }
    }
  }
}
