package org.citycase.clock;

import static org.citycase.Refusal.Kind.MALFORMED;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citycase.Refusal;

/**
 * What a process owner changes in the calendar.
 *
 * @param days added, or put in the place of what was said about that date; kind {@code none} takes
 *     the date out, so that its day of the week decides
 * @param periods null leaves the hours as they are; else these are all periods, and the first one
 *     in force stays when none is given without a {@code from}
 * @param comment why, e.g. the number of the notice that published the holidays
 */
public record CalendarChange(List<DayChange> days, List<PeriodChange> periods, String comment) {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2299;
  private static final int NAME = 100;
  private static final int COMMENT = 500;
  private static final int MOST_DAYS = 2000;
  private static final Set<String> KINDS = Set.of("holiday", "workday", "none");

  /** One date: {@code holiday}, {@code workday} or {@code none}. */
  public record DayChange(LocalDate date, String kind, String name) {}

  /** Hours from one day on; slots or work days left out are those of the first period. */
  public record PeriodChange(LocalDate from, List<String> slots, List<DayOfWeek> workDays) {}

  /** The calendar with this change; refuses with the name of the field what cannot be. */
  CalendarContent appliedTo(CalendarContent before) {
    if (comment != null && comment.length() > COMMENT) {
      throw wrong("comment", "has more than " + COMMENT + " characters; shorten it");
    }
    if (isEmpty(days) && isEmpty(periods)) {
      throw wrong("days", "is empty and so is periods; name at least one day or period");
    }
    return new CalendarContent(
        isEmpty(periods) ? before.periods() : newPeriods(before.periods().get(0)),
        isEmpty(days) ? before.days() : newDays(before.days()),
        before.emergencies());
  }

  private List<CalendarContent.Day> newDays(List<CalendarContent.Day> before) {
    if (days.size() > MOST_DAYS) {
      throw wrong("days", "has more than " + MOST_DAYS + " days; publish them year by year");
    }
    Map<LocalDate, CalendarContent.Day> all =
        before.stream()
            .collect(
                Collectors.toMap(
                    CalendarContent.Day::date, Function.identity(), (a, b) -> b, TreeMap::new));
    Set<LocalDate> seen = new HashSet<>();
    for (int i = 0; i < days.size(); i++) {
      String field = "days[" + i + "]";
      DayChange day = checked(field, days.get(i));
      if (!seen.add(day.date())) {
        throw wrong(field + ".date", "names " + day.date() + " a second time; name each day once");
      }
      all.remove(day.date());
      if (!day.kind().equals("none")) {
        String name = day.name() == null ? "" : day.name();
        all.put(day.date(), new CalendarContent.Day(day.date(), day.kind(), name));
      }
    }
    return List.copyOf(all.values());
  }

  private static DayChange checked(String field, DayChange day) {
    if (day == null || day.date() == null) {
      throw wrong(field + ".date", "is missing; write it like 2027-01-01");
    }
    requireYear(field + ".date", day.date());
    if (day.kind() == null || !KINDS.contains(day.kind())) {
      throw wrong(field + ".kind", "is \"" + day.kind() + "\"; write holiday, workday or none");
    }
    if (day.name() != null && day.name().length() > NAME) {
      throw wrong(field + ".name", "has more than " + NAME + " characters; shorten it");
    }
    return day;
  }

  private List<CalendarContent.Period> newPeriods(CalendarContent.Period first) {
    List<CalendarContent.Period> all = new ArrayList<>();
    Set<LocalDate> begins = new HashSet<>();
    for (int i = 0; i < periods.size(); i++) {
      String field = "periods[" + i + "]";
      CalendarContent.Period period = checked(field, periods.get(i), first);
      if (!begins.add(period.from())) {
        throw wrong(
            field + ".from",
            "is "
                + (period.from() == null ? "missing" : period.from())
                + " a second time; each period begins on a day of its own");
      }
      all.add(period);
    }
    if (!begins.contains(null)) {
      all.add(0, first);
    }
    return all;
  }

  private static CalendarContent.Period checked(
      String field, PeriodChange period, CalendarContent.Period first) {
    if (period == null) {
      throw wrong(field, "is empty; give it slots and workDays");
    }
    if (period.from() != null) {
      requireYear(field + ".from", period.from());
    }
    List<String> slots = period.slots() == null ? first.slots() : period.slots();
    List<DayOfWeek> week = period.workDays() == null ? first.workDays() : period.workDays();
    if (week.isEmpty() || week.contains(null)) {
      throw wrong(field + ".workDays", "is an empty week; name at least one day, e.g. MONDAY");
    }
    try {
      CalendarContent.Period checked = new CalendarContent.Period(period.from(), slots, week);
      checked.inForce();
      return checked;
    } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
      throw wrong(
          field + ".slots",
          "cannot be worked: "
              + e.getMessage()
              + ". Write slots like 08:00-12:00, one after the other");
    }
  }

  private static void requireYear(String field, LocalDate date) {
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw wrong(
          field,
          "is " + date + ", but the calendar reaches from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
  }

  private static boolean isEmpty(List<?> list) {
    return list == null || list.isEmpty();
  }

  private static Refusal wrong(String field, String why) {
    return Refusal.ofField(MALFORMED, field, "The field " + field + " " + why + ".");
  }
}
