package org.citycase.dispatch;

import org.citycase.rules.Known;
import org.citycase.rules.QuestionTo;

/**
 * Asked before the table {@code responsible-unit}: which kind of unit answers for this?
 *
 * @param condition the condition the case was filed under, or empty
 * @param district the county the place lies in
 */
@QuestionTo(table = "unit-type", answer = UnitType.class)
public record UnitTypeQuestion(
    @Known(Known.Word.CATEGORY) String category,
    @Known(Known.Word.CONDITION) String condition,
    @Known(Known.Word.DISTRICT) String district) {

  public UnitTypeQuestion {
    condition = condition == null ? "" : condition;
  }
}
