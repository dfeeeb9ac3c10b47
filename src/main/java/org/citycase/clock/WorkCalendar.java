package org.citycase.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.citycase.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The city's working calendar: when a limit is due, and how much of it two instants use up. A limit
 * in working units that starts outside a slot starts with the next slot; the end of a slot is
 * outside it for a start and inside it for a due instant. Instants count in whole milliseconds.
 */
@Component
public class WorkCalendar {

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2300-01-01T00:00:00Z");

  /**
   * @param counted what the years are built of
   */
  private record Years(
      CalendarTable table,
      CalendarTable counted,
      String version,
      Map<Integer, WorkYear> known,
      Map<String, WorkCalendar> fixed) {

    Years(CalendarTable table, CalendarTable counted) {
      this(table, counted, table.version(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    WorkYear year(int year) {
      return known.computeIfAbsent(year, y -> new WorkYear(counted, y));
    }

    WorkCalendar fixed(CalendarTable other) {
      return fixed.computeIfAbsent(
          other.version(), version -> new WorkCalendar(() -> other, UnaryOperator.identity()));
    }
  }

  private final Supplier<CalendarTable> source;
  private final UnaryOperator<CalendarTable> counting;
  private volatile Years years;

  /** The calendar of whatever is no case's handling: emergencies change nothing of it. */
  @Autowired
  WorkCalendar(Supplier<CalendarTable> source) {
    this(source, table -> table.forCategory(null));
  }

  private WorkCalendar(Supplier<CalendarTable> source, UnaryOperator<CalendarTable> counting) {
    this.source = source;
    this.counting = counting;
  }

  /** When a limit that starts at this instant is due. */
  public Due due(Instant start, Limit limit) {
    return dueAfter(start, length(limit), limit.unit());
  }

  /**
   * The earliest instant by which this much time of the unit's clock has passed since the start;
   * the start itself when nothing is left.
   *
   * @throws Refusal of negative time, and outside the years 1900 to 2300
   */
  public Due dueAfter(Instant start, Duration used, LimitUnit unit) {
    if (used.isNegative()) {
      throw malformed("value", "Negative time cannot be added: " + used + ".");
    }
    requireReach("start", start);
    if (used.isZero() || !unit.isWorking()) {
      Instant end = start.plus(used);
      requireReach("value", end);
      return new Due(end, false);
    }
    return workedAfter(start.toEpochMilli(), used.toMillis(), yearOf(start));
  }

  /**
   * How much time of the unit's clock lies between two instants.
   *
   * @throws Refusal when the second lies before the first, or one outside the years 1900 to 2300
   */
  public Duration used(Instant from, Instant to, LimitUnit unit) {
    requireReach("from", from);
    requireReach("to", to);
    if (to.isBefore(from)) {
      throw malformed("to", "The end " + to + " lies before the start " + from + ".");
    }
    if (!unit.isWorking()) {
      return Duration.between(from, to);
    }
    Years calendar = years();
    long work = 0;
    for (int year = yearOf(from); year < yearOf(to); year++) {
      work += calendar.year(year).workFrom(from.toEpochMilli());
    }
    WorkYear last = calendar.year(yearOf(to));
    work += last.workUntil(to.toEpochMilli()) - last.workUntil(from.toEpochMilli());
    return Duration.ofMillis(work);
  }

  /** The latest instant since which at least this much time of the unit's clock has passed. */
  Instant before(Instant end, Duration used, LimitUnit unit) {
    requireReach("start", end);
    if (!unit.isWorking() || used.isZero()) {
      return end.minus(used);
    }
    Years calendar = years();
    long left = used.toMillis();
    for (int year = yearOf(end); year >= yearOf(FIRST); year--) {
      WorkYear current = calendar.year(year);
      long here = current.workUntil(end.toEpochMilli());
      if (left <= here) {
        return Instant.ofEpochMilli(current.opensAfter(here - left));
      }
      left -= here;
    }
    throw beyond("value");
  }

  /** When the first working slot on or after this day begins. */
  public Instant opensOn(LocalDate day) {
    Years calendar = years();
    Instant midnight = day.atStartOfDay(calendar.table().zone()).toInstant();
    requireReach("date", midnight);
    for (int year = day.getYear(); year <= yearOf(LAST); year++) {
      Long opens = calendar.year(year).opensFrom(midnight.toEpochMilli());
      if (opens != null) {
        return Instant.ofEpochMilli(opens);
      }
    }
    throw beyond("date");
  }

  /** How long a limit is on its own clock; a work day has the city's hours per work day. */
  public Duration length(Limit limit) {
    return Duration.ofSeconds(
        limit.value() * limit.unit().seconds(years().table().hoursPerWorkDay()));
  }

  /** Names the calendar that instants are computed by; it changes with every setting or day. */
  public String version() {
    return years().version();
  }

  /**
   * The calendar in force at this moment as cases of a category are worked by it: with the
   * emergencies of that category. It stays as it is when another one is published.
   */
  public WorkCalendar forCategory(String category) {
    Years now = years();
    return now.fixed(now.table().forCategory(category));
  }

  /** The calendar of a version for a category; the one in force when that version is not known. */
  WorkCalendar ofVersion(String version, String category) {
    Years now = years();
    return now.table()
        .ofVersion(version, category)
        .map(now::fixed)
        .orElseGet(() -> forCategory(category));
  }

  private Due workedAfter(long start, long work, int firstYear) {
    Years calendar = years();
    boolean provisional = false;
    long left = work;
    for (int year = firstYear; year <= yearOf(LAST); year++) {
      WorkYear current = calendar.year(year);
      provisional |= current.isProvisional();
      long here = current.workFrom(start);
      if (left <= here) {
        Instant due = Instant.ofEpochMilli(current.after(current.workUntil(start) + left));
        return new Due(due, provisional);
      }
      left -= here;
    }
    throw beyond("value");
  }

  private Years years() {
    CalendarTable table = source.get();
    Years current = years;
    if (current == null || current.table() != table) {
      current = new Years(table, counting.apply(table));
      years = current;
    }
    return current;
  }

  private int yearOf(Instant instant) {
    return instant.atZone(years().table().zone()).getYear();
  }

  /**
   * Refuses an instant that no calendar and no column reaches.
   *
   * @param field the name by which the request calls it
   * @throws Refusal for one outside the years 1900 to 2300
   */
  public static void requireReach(String field, Instant instant) {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw beyond(field);
    }
  }

  private static Refusal beyond(String field) {
    return malformed(
        field, "The calendar reaches from the year 1900 to 2300; this lies outside it.");
  }

  private static Refusal malformed(String field, String sentence) {
    return Refusal.ofField(Refusal.Kind.MALFORMED, field, sentence);
  }
}
