package org.citycase.evaluate;

import org.citycase.rules.OneOf;
import org.citycase.rules.QuestionTo;

/**
 * Asked once for each indicator of an evaluated object (评价对象), and once more for the grade of its
 * whole score.
 *
 * @param object 部门 unit, 区域 region, or 岗位 post: a person by what he does
 * @param post the post of a person; empty for units and regions
 * @param profile the formula the city scores by, e.g. {@code P1}
 * @param indicator an {@link Indicator}, or {@code score} for the grade
 * @param value a rate in percent, a count as it is, or the score; 0 for an indicator without a
 *     value
 */
@QuestionTo(table = "score", answer = ScoreWeight.class)
public record ScoreQuestion(
    @OneOf({"unit", "post", "region"}) String object,
    @OneOf({"collector", "operator", "dutyLeader", "dispatcher"}) String post,
    String profile,
    @OneOf({
          "handledRate",
          "handledOnTimeRate",
          "handledInTimeRate",
          "overdueOpenRate",
          "closedRate",
          "closedOnTimeRate",
          "closedLateRate",
          "extendedRate",
          "reworkRate",
          "reworkOfHandledRate",
          "recurrenceRate",
          "publicReportRate",
          "filingAccuracyRate",
          "satisfiedRate",
          "filedCount",
          "filedPerGrid",
          "effectiveReportRate",
          "missedReportRate",
          "verifiedOnTimeRate",
          "checkedOnTimeRate",
          "acceptedCount",
          "verifySentOnTimeRate",
          "checkSentOnTimeRate",
          "filedOnTimeRate",
          "closeDecidedOnTimeRate",
          "dispatchedCount",
          "dispatchedOnTimeRate",
          "accurateDispatchRate",
          "score"
        })
        String indicator,
    double value) {}
