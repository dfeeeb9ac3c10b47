package org.citycase.casefile;

import org.citycase.rules.Known;
import org.citycase.rules.QuestionTo;

/**
 * Asked when a stage of an emergency is done: is there a next one?
 *
 * @param condition the condition the case runs under, or empty
 */
@QuestionTo(table = "emergency-stages", answer = EmergencyStage.class)
public record EmergencyQuestion(@Known(Known.Word.CONDITION) String condition) {

  public EmergencyQuestion {
    condition = condition == null ? "" : condition;
  }
}
