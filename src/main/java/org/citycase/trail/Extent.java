package org.citycase.trail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Which part of all trails is told.
 *
 * @param from only cases reported at this instant or later; null from the first
 * @param to only cases reported before this instant; null to the last
 * @param caseNumber only this case; null for all
 */
public record Extent(Instant from, Instant to, String caseNumber) {

  /** The trails of all cases, the configuration and the seals. */
  public static final Extent WHOLE = new Extent(null, null, null);

  /** One case, with the seals that hold it. */
  public static Extent of(String caseNumber) {
    return new Extent(null, null, caseNumber);
  }

  /**
   * Whether the case of this number is one of it. The number tells the day of the report in the
   * city; a day of which only a part belongs to it, in any zone, does not count.
   */
  boolean surelyHolds(String number) {
    if (caseNumber != null) {
      return caseNumber.equals(number);
    }
    if (isWhole()) {
      return true;
    }
    try {
      LocalDate day = LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
      Instant first = day.atStartOfDay(ZoneOffset.ofHours(14)).toInstant();
      Instant last = day.plusDays(1).atStartOfDay(ZoneOffset.ofHours(-12)).toInstant();
      return (from == null || !first.isBefore(from)) && (to == null || !last.isAfter(to));
    } catch (DateTimeException | IndexOutOfBoundsException noDay) {
      return false;
    }
  }

  @JsonIgnore
  public boolean isWhole() {
    return from == null && to == null && caseNumber == null;
  }
}
