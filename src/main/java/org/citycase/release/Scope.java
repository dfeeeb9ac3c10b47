package org.citycase.release;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.citycase.Refusal;
import org.citycase.clock.WorkCalendar;

/**
 * Which past cases a draft is asked about: those reported in a period, in the whole city or in one
 * district.
 *
 * @param to exclusive
 * @param district code of a county, sub-district or community; null for the whole city
 */
record Scope(Instant from, Instant to, String district) {

  public Scope {
    if (!from.isBefore(to)) {
      throw malformed("to", "The period ends before it begins: choose a later day to end with.");
    }
    district = district == null || district.isBlank() ? null : district;
  }

  /**
   * Reads a period as a request names it: days of the city, both inclusive, or instants with their
   * offset.
   */
  static Scope of(String from, String to, String district, ZoneId zone) {
    return new Scope(instant("from", from, zone, 0), instant("to", to, zone, 1), district);
  }

  private static Instant instant(String field, String text, ZoneId zone, int daysOn) {
    try {
      Instant read =
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).plusDays(daysOn).atStartOfDay(zone).toInstant();
      WorkCalendar.requireReach(field, read);
      return read;
    } catch (DateTimeException e) {
      throw malformed(
          field,
          "'%s' is no day and no instant: write 2026-03-01 or 2026-03-01T00:00:00+08:00."
              .formatted(text));
    }
  }

  private static Refusal malformed(String field, String sentence) {
    return Refusal.ofField(Refusal.Kind.MALFORMED, field, sentence);
  }
}
