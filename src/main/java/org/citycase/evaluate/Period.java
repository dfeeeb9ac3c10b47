package org.citycase.evaluate;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.MALFORMED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.citycase.Refusal;
import org.citycase.clock.WorkCalendar;

/**
 * 考评周期: whole days of the city that are evaluated together.
 *
 * @param from the first day
 * @param to the last day, which belongs to it
 */
record Period(LocalDate from, LocalDate to) {

  /** The period between two days as a request names them, e.g. {@code 2026-03-01}. */
  static Period of(String from, String to) {
    Period period = new Period(day("from", from), day("to", to));
    if (period.to.isBefore(period.from)) {
      throw Refusal.ofField(
          AGAINST_RULES, "to", "The period ends on " + to + " before it begins on " + from + ".");
    }
    return period;
  }

  private static LocalDate day(String field, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      WorkCalendar.requireReach(field, day.atStartOfDay(ZoneOffset.UTC).toInstant());
      return day;
    } catch (DateTimeParseException e) {
      throw Refusal.ofField(MALFORMED, field, "'" + text + "' is not a day such as 2026-03-01.");
    }
  }

  Instant begin(ZoneId city) {
    return from.atStartOfDay(city).toInstant();
  }

  /** The first instant after the period, or this one while the period lasts. */
  Instant end(ZoneId city, Instant now) {
    Instant over = to.plusDays(1).atStartOfDay(city).toInstant();
    return over.isBefore(now) ? over : now;
  }
}
