package org.citycase.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a city works: its zone, the slots of a working day in wall-clock time, the days of the week
 * that are worked, and the published holidays and make-up days. A slot ends before its {@code to};
 * {@code 00:00} as the end means midnight. A year without a single published day is provisional.
 */
record CalendarTable(
    ZoneId zone,
    List<Slot> slots,
    Set<DayOfWeek> workDays,
    int hoursPerWorkDay,
    Map<LocalDate, DayKind> days,
    String version) {

  /** One stretch of work of a day, from inclusive, to exclusive. */
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

  CalendarTable {
    slots = slots.stream().sorted(Comparator.comparing(Slot::from)).toList();
    workDays = Set.copyOf(workDays);
    days = Map.copyOf(days);
    requireSlots(slots);
    if (workDays.isEmpty() || hoursPerWorkDay < 1 || hoursPerWorkDay > 24) {
      throw new IllegalArgumentException(
          "A calendar needs at least one work day a week and 1 to 24 hours per work day, but has "
              + workDays
              + " and "
              + hoursPerWorkDay);
    }
  }

  boolean isWorked(LocalDate date) {
    DayKind published = days.get(date);
    return published == null
        ? workDays.contains(date.getDayOfWeek())
        : published == DayKind.WORKDAY;
  }

  Set<Integer> publishedYears() {
    Set<Integer> years = new HashSet<>();
    days.keySet().forEach(day -> years.add(day.getYear()));
    return years;
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
