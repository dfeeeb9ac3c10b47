package org.citycase.casefile;

import org.citycase.rules.Contradiction;
import org.citycase.rules.Known;
import org.citycase.rules.OneOf;

/**
 * What follows a stage of an emergency (抢险分阶段).
 *
 * @param mode {@code none}: nothing; {@code sameCase}: the same case runs on under the next limit;
 *     {@code linkedCase}: the case is closed, and a linked one does the rest
 * @param next the filing condition of the next stage; empty when there is none
 */
public record EmergencyStage(
    @OneOf({"none", "sameCase", "linkedCase"}) String mode,
    @Known(value = Known.Word.CONDITION, orNothing = true) String next) {

  public EmergencyStage {
    if (mode.equals("none") != next.isEmpty()) {
      throw new Contradiction(
          "next",
          "方式为 none 的行不填下一阶段条件；其他行必须填写。",
          "a row with the mode none names no next condition; every other row names one.");
    }
  }

  /** Whether this very case runs on under the next condition. */
  public boolean isSameCase() {
    return mode.equals("sameCase");
  }

  /** Whether a linked case is opened for the rest. */
  public boolean isLinkedCase() {
    return mode.equals("linkedCase");
  }
}
