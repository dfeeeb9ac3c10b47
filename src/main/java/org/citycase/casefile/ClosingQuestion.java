package org.citycase.casefile;

import org.citycase.rules.Known;
import org.citycase.rules.OneOf;
import org.citycase.rules.QuestionTo;

/**
 * Asked when the unit feeds back and again after the check on site (核查): what evidence is demanded,
 * may the case be closed?
 *
 * @param condition the condition the case was filed under
 * @param checkResult {@code none} before the check
 * @param reworkCount how often a check failed already
 */
@QuestionTo(table = "closing-standard", answer = Closing.class)
public record ClosingQuestion(
    @Known(Known.Word.CONDITION) String condition,
    @Known(Known.Word.CATEGORY) String category,
    @OneOf({"collector", "hotline", "public", "video", "sensor", "leader", "media", "exchange"})
        String channel,
    @OneOf({"none", "passed", "failed"}) String checkResult,
    int reworkCount) {

  public ClosingQuestion {
    condition = condition == null ? "" : condition;
    checkResult = checkResult == null ? "none" : checkResult;
  }
}
