package org.citycase.handle;

import static org.citycase.Refusal.Kind.MALFORMED;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.citycase.Refusal;

/** The day a hold ends, as a form, a program or Tasklist sends it. */
final class HoldEnd {

  private HoldEnd() {}

  /**
   * The day in the city.
   *
   * @param sent a day such as 2026-10-05, an instant with its offset, or a date of the engine
   */
  static LocalDate of(Object sent, ZoneId city) {
    if (sent instanceof Date date) {
      return LocalDate.ofInstant(Instant.ofEpochMilli(date.getTime()), city);
    }
    String text = String.valueOf(sent).trim();
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).atZoneSameInstant(city).toLocalDate()
          : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.ofField(
          MALFORMED, "until", "'%s' is no day: write it as 2026-10-05.".formatted(text));
    }
  }
}
