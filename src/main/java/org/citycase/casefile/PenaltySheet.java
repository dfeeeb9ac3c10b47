package org.citycase.casefile;

import java.math.BigDecimal;
import java.util.List;

/**
 * The penalty points of a case.
 *
 * @param items of units, adjusting ones included
 * @param persons of persons; they are not part of the case's points
 */
public record PenaltySheet(List<PenaltyItem> items, List<PersonalPenalty> persons) {

  /** Nobody bears anything. */
  public static final PenaltySheet NONE = new PenaltySheet(List.of(), List.of());

  /** Whether nobody bears any points. */
  public boolean isEmpty() {
    return items.isEmpty() && persons.isEmpty();
  }

  /** The sum of the points of all units. */
  public BigDecimal points() {
    return items.stream()
        .map(PenaltyItem::getPoints)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .stripTrailingZeros();
  }
}
