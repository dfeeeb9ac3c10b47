package org.citycase.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citycase.clock.CalendarTable.DayKind;
import org.citycase.clock.CalendarTable.Regime;
import org.citycase.clock.CalendarTable.Slot;
import org.citycase.standard.City;

/** A calendar as it is published, stored and shown; zone and hours per day are the city's. */
public record CalendarContent(List<Period> periods, List<Day> days, List<Emergency> emergencies) {

  /**
   * The hours of work from one day on.
   *
   * @param from null for the first period
   * @param slots in order, e.g. {@code 08:00-12:00}; an end at {@code 24:00} is midnight
   */
  public record Period(LocalDate from, List<String> slots, List<DayOfWeek> workDays) {
    public Period {
      slots = List.copyOf(slots);
      workDays = workDays.stream().distinct().sorted().toList();
    }

    CalendarTable.Period inForce() {
      return new CalendarTable.Period(
          from == null ? LocalDate.MIN : from,
          slots.stream().map(CalendarContent::slot).toList(),
          new HashSet<>(workDays));
    }
  }

  /** A holiday, or a make-up day; kinds in lower case. */
  public record Day(LocalDate date, String kind, String name) {}

  /**
   * Categories that are worked round the clock between two instants, e.g. in a storm.
   *
   * @param to the first instant that is worked by the calendar again
   */
  public record Emergency(
      int id, String name, List<String> categories, Instant from, Instant to, String comment) {
    Emergency until(Instant end) {
      return new Emergency(id, name, categories, from, end, comment);
    }

    Regime inForce() {
      return new Regime(new TreeSet<>(categories), from, to);
    }
  }

  public CalendarContent {
    List<Period> ordered = new ArrayList<>(periods);
    ordered.sort(
        Comparator.comparing(Period::from, Comparator.nullsFirst(Comparator.naturalOrder())));
    periods = List.copyOf(ordered);
    days = days.stream().sorted(Comparator.comparing(Day::date)).toList();
    emergencies = emergencies.stream().sorted(Comparator.comparing(Emergency::id)).toList();
  }

  /** The calendar of the city's base data, which is in force until another one is published. */
  static CalendarContent of(City city) {
    List<String> slots = city.slots().stream().map(Object::toString).toList();
    List<Day> days =
        city.calendar().stream()
            .map(day -> new Day(day.date(), day.kind().name().toLowerCase(Locale.ROOT), day.name()))
            .toList();
    return new CalendarContent(
        List.of(new Period(null, slots, List.copyOf(city.workDays()))), days, List.of());
  }

  CalendarContent with(List<Emergency> others) {
    return new CalendarContent(periods, days, others);
  }

  /** The calendar to count by; refuses what no city can work by. */
  CalendarTable inForce(ZoneId zone, int hoursPerWorkDay, List<CalendarTable> superseded) {
    Map<LocalDate, DayKind> kinds = new TreeMap<>();
    days.forEach(
        day -> kinds.put(day.date(), DayKind.valueOf(day.kind().toUpperCase(Locale.ROOT))));
    List<CalendarTable.Period> hours = periods.stream().map(Period::inForce).toList();
    return new CalendarTable(
        zone,
        hours,
        hoursPerWorkDay,
        kinds,
        emergencies.stream().map(Emergency::inForce).toList(),
        name(zone, hours, kinds, hoursPerWorkDay),
        superseded);
  }

  /** Reads {@code 08:00-12:00}. */
  static Slot slot(String text) {
    String[] ends = text.split("-", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException(text + " is not written like 08:00-12:00");
    }
    String to = ends[1].trim();
    return new Slot(
        LocalTime.parse(ends[0].trim()),
        to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
  }

  private static String name(
      ZoneId zone,
      List<CalendarTable.Period> periods,
      Map<LocalDate, DayKind> days,
      int hoursPerWorkDay) {
    CalendarTable.Period first = periods.get(0);
    StringBuilder content =
        new StringBuilder(String.join("|", zone.getId(), first.slots().toString(), days.toString()))
            .append(new TreeSet<>(first.workDays()))
            .append(hoursPerWorkDay);
    periods.stream()
        .skip(1)
        .forEach(
            next ->
                content
                    .append('|')
                    .append(next.from())
                    .append(next.slots())
                    .append(new TreeSet<>(next.workDays())));
    return "calendar-" + Fingerprint.of(content.toString());
  }
}
