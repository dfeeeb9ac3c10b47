package org.citycase.supervise;

import org.citycase.rules.OneOf;
import org.citycase.rules.QuestionTo;

/**
 * Asked when something may have to be told to somebody above: which rung of the ladder (督办) is it?
 *
 * @param trigger {@code share} of the limit used, {@code failedCheck}, {@code falseFeedback}, late
 *     {@code reply} to a caller, {@code guard} left, {@code undelivered} notice
 * @param share of the limit, in percent: the rung reached, 0 while none is
 * @param count how often it happened; of a reply the whole work days since it was due
 * @param urgent whether the case runs under a limit in urgent hours
 */
@QuestionTo(table = "escalation", answer = Rung.class)
public record EscalationQuestion(
    @OneOf({"share", "failedCheck", "falseFeedback", "reply", "guard", "undelivered"})
        String trigger,
    int share,
    int count,
    boolean urgent) {

  static final String SHARE = "share";
  static final String FAILED_CHECK = "failedCheck";
  static final String FALSE_FEEDBACK = "falseFeedback";
  static final String REPLY = "reply";
  static final String GUARD = "guard";
  static final String UNDELIVERED = "undelivered";
}
