package org.citycase.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.citycase.Refusal;
import org.citycase.clock.WorkCalendar;
import org.citycase.trail.Extent;

/**
 * The instants a question is about.
 *
 * @param from the first instant
 * @param to the first instant behind it
 */
public record Span(Instant from, Instant to) {

  /** Everything that ever happened, and will. */
  public static final Span EVER = new Span(Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE));

  /**
   * What a person wrote: days of the city, the last one included, or instants with their offset;
   * nothing leaves that side open.
   *
   * @throws Refusal for a text that is neither, and for a period that ends before it begins
   */
  public static Span of(String from, String to, ZoneId zone) {
    Span span =
        new Span(
            isBlank(from) ? EVER.from : instant("from", from.trim(), 0, zone),
            isBlank(to) ? EVER.to : instant("to", to.trim(), 1, zone));
    if (!span.from.isBefore(span.to)) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          "to",
          "结束早于开始：请对调两个日期。",
          "The period ends before it begins: exchange the two days.");
    }
    return span;
  }

  private static Instant instant(String field, String text, int days, ZoneId zone) {
    try {
      Instant read =
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant();
      WorkCalendar.requireReach(field, read);
      return read;
    } catch (DateTimeException unreadable) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          field,
          "“%s”既不是日期（如 2026-03-13）也不是时刻（如 2026-03-13T17:30:00+08:00）。".formatted(text),
          "'%s' is neither a day like 2026-03-13 nor an instant like 2026-03-13T17:30:00+08:00."
              .formatted(text));
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  /** What an export of the trails holds; a side that is open is not bounded there. */
  Extent extent(String caseNumber) {
    return new Extent(
        from.equals(EVER.from) ? null : from, to.equals(EVER.to) ? null : to, caseNumber);
  }

  long fromMillis() {
    return from.toEpochMilli();
  }

  long toMillis() {
    return to.toEpochMilli();
  }
}
