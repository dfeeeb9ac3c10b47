package org.citycase.casefile;

import org.citycase.rules.Known;
import org.citycase.rules.OneOf;

/**
 * What the standard says about filing.
 *
 * @param decision {@code automatic}: filed by the rule; {@code ask}: the duty leader decides;
 *     {@code none}: no condition is met
 * @param condition the condition the row files under; empty when the duty leader must choose one
 * @param limitValue the limit of handling (处置时限) in {@code limitUnit}; 0 without a condition
 * @param limitUnit unit of the limit; empty without a condition
 * @param quick whether the finder may fix it at once (快速处置)
 */
public record Filing(
    @OneOf({"automatic", "ask", "none"}) String decision,
    @Known(value = Known.Word.CONDITION, orNothing = true) String condition,
    int limitValue,
    @OneOf(
            value = {"urgent_hour", "work_hour", "work_day", "natural_day"},
            orNothing = true)
        String limitUnit,
    boolean quick) {

  public Filing {
    boolean limited = limitValue > 0 && !limitUnit.isEmpty();
    if (!condition.isEmpty() && !limited) {
      throw new IllegalArgumentException(
          "A row that names a condition to file under needs a limit.");
    }
    if (condition.isEmpty() && (limitValue != 0 || !limitUnit.isEmpty())) {
      throw new IllegalArgumentException(
          "A row without a condition to file under has the limit 0 and no unit.");
    }
    if (decision.equals("automatic") && condition.isEmpty()) {
      throw new IllegalArgumentException(
          "A row that files automatically must name the condition it files under.");
    }
    if (decision.equals("none") && (quick || !condition.isEmpty())) {
      throw new IllegalArgumentException(
          "A row that answers none neither names a condition nor allows quick handling.");
    }
  }
}
