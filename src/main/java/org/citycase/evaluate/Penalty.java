package org.citycase.evaluate;

import java.util.Map;
import org.citycase.rules.Range;

/**
 * The penalty of one trigger.
 *
 * @param code the code of the penalty, e.g. OT-1
 * @param points penalty points; 0 when the row only changes others
 * @param factor what points are multiplied by: OT-U those of OT, X2 the sum of the unit, CO the
 *     share of the coordinating unit (the rest is the other unit's), AP the share of the overdue
 *     points that is taken back; 1 for all others
 */
public record Penalty(String code, @Range(from = 0) double points, @Range(from = 0) double factor) {

  /** The answer with these values by name. */
  static Penalty of(Map<String, Object> answer) {
    return new Penalty(
        String.valueOf(answer.get("code")),
        ((Number) answer.get("points")).doubleValue(),
        ((Number) answer.get("factor")).doubleValue());
  }
}
