package org.citycase.casefile;

import org.citycase.rules.Contradiction;
import org.citycase.rules.Known;
import org.citycase.rules.OneOf;
import org.citycase.rules.Range;

/**
 * What the standard says about filing.
 *
 * @param decision {@code automatic}: filed by the rule; {@code ask}: the duty leader decides;
 *     {@code none}: no condition is met
 * @param condition the condition the row files under; empty when the duty leader must choose one
 * @param limitValue the limit of handling (处置时限) in {@code limitUnit}; 0 without a condition
 * @param limitUnit unit of the limit; empty without a condition
 * @param quick whether the finder may fix it at once (快速处置)
 * @param quantity what a reporter measures for the condition; empty where its words name no number
 * @param measureUnit the unit of the measure; empty without a quantity
 */
public record Filing(
    @OneOf({"automatic", "ask", "none"}) String decision,
    @Known(value = Known.Word.CONDITION, orNothing = true) String condition,
    @Range(from = 0, to = 3650) int limitValue,
    @OneOf(
            value = {"urgent_hour", "work_hour", "work_day", "natural_day"},
            orNothing = true)
        String limitUnit,
    boolean quick,
    @OneOf(
            value = {
              "area",
              "height",
              "depth",
              "width",
              "length",
              "distance",
              "share",
              "count",
              "time"
            },
            orNothing = true)
        String quantity,
    @OneOf(
            value = {"mm", "cm", "m", "cm2", "m2", "percent", "piece", "hour", "day"},
            orNothing = true)
        String measureUnit) {

  public Filing {
    limits(condition.isEmpty(), limitValue, limitUnit);
    if (decision.equals("automatic") && condition.isEmpty()) {
      throw new Contradiction(
          "condition",
          "自动立案的行必须填写立案条件。",
          "a row that files automatically must name the condition it files under.");
    }
    if (decision.equals("none") && !condition.isEmpty()) {
      throw new Contradiction(
          "condition", "不予立案（none）的行不填立案条件。", "a row that answers none names no condition.");
    }
    if (decision.equals("none") && quick) {
      throw new Contradiction(
          "quick", "不予立案（none）的行不允许快速处置。", "a row that answers none allows no quick handling.");
    }
    if (quantity.isEmpty() != measureUnit.isEmpty()) {
      throw new Contradiction(
          measureUnit.isEmpty() ? "measureUnit" : "quantity",
          "测量什么和测量单位要么都填，要么都不填。",
          "a row that says what is measured says in which unit, and the other way round.");
    }
  }

  private static void limits(boolean unconditional, int limitValue, String limitUnit) {
    if (unconditional && limitValue != 0) {
      throw new Contradiction(
          "limitValue",
          "没有立案条件的行时限填 0。",
          "a row without a condition to file under has the limit 0.");
    }
    if (unconditional != limitUnit.isEmpty()) {
      throw new Contradiction(
          "limitUnit",
          unconditional ? "没有立案条件的行不填时限单位。" : "有立案条件的行必须填写时限单位。",
          unconditional
              ? "a row without a condition to file under has no unit of limit."
              : "a row that names a condition to file under needs a unit of limit.");
    }
    if (!unconditional && limitValue == 0) {
      throw new Contradiction(
          "limitValue",
          "有立案条件的行时限至少为 1。",
          "a row that names a condition to file under needs a limit of at least 1.");
    }
  }
}
