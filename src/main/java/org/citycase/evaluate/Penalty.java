package org.citycase.evaluate;

/**
 * The penalty of one trigger.
 *
 * @param code the code of the penalty, e.g. OT-1
 * @param points penalty points; 0 when the row only changes others
 * @param factor what points are multiplied by: OT-U those of OT, X2 the sum of the unit, CO the
 *     share of the coordinating unit (the rest is the other unit's), AP the share of the overdue
 *     points that is taken back; 1 for all others
 */
public record Penalty(String code, double points, double factor) {

  public Penalty {
    if (points < 0 || factor < 0) {
      throw new IllegalArgumentException("Points and factor cannot be below 0.");
    }
  }
}
