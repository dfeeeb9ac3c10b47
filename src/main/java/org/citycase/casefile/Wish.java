package org.citycase.casefile;

import java.time.LocalDate;

/**
 * What a person of the unit asks for.
 *
 * @param kind one of the kinds of {@link UnitRequest}
 * @param newGround what is new since an earlier request; null when nothing is
 * @param until the day a hold is to end; null for the others
 */
public record Wish(String kind, String person, String reason, String newGround, LocalDate until) {

  /** A request without an end date. */
  public static Wish of(String kind, String person, String reason, String newGround) {
    return new Wish(kind, person, reason, newGround, null);
  }

  /** The same wish with the day the hold is to end. */
  public Wish until(LocalDate day) {
    return new Wish(kind, person, reason, newGround, day);
  }
}
