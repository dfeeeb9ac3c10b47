package org.citycase.casefile;

import org.citycase.rules.Known;
import org.citycase.rules.OneOf;
import org.citycase.rules.QuestionTo;

/**
 * Asked before filing (立案): is a filing condition met, may the rule file it, with which limit?
 *
 * @param condition the filing condition the report claims, or empty
 * @param measured whether the reporter measured something
 * @param measure what was measured, in the unit the condition names; 0 when not measured
 * @param maturity the maturity (区域成熟度) of the area the place lies in; empty where the city has not
 *     said
 * @param photo whether at least one photo came with the report
 * @param duplicate whether an open case may be the same problem
 * @param gone whether the verification (核实) found the problem gone
 */
@QuestionTo(table = "filing-standard", answer = Filing.class)
public record FilingQuestion(
    @Known(Known.Word.CATEGORY) String category,
    @Known(Known.Word.CONDITION) String condition,
    @OneOf({"collector", "hotline", "public", "video", "sensor", "leader", "media", "exchange"})
        String channel,
    boolean measured,
    double measure,
    @OneOf(
            value = {"A", "B", "C"},
            orNothing = true)
        String maturity,
    boolean photo,
    boolean duplicate,
    boolean gone) {

  public FilingQuestion {
    condition = condition == null ? "" : condition;
  }

  /** Whether the report claims a filing condition; a cell cannot say "empty". */
  public boolean isClaimed() {
    return !condition.isEmpty();
  }
}
