package org.citycase.evaluate;

import static org.citycase.evaluate.ScoreObject.COLLECTOR;
import static org.citycase.evaluate.ScoreObject.DISPATCHER;
import static org.citycase.evaluate.ScoreObject.DUTY_LEADER;
import static org.citycase.evaluate.ScoreObject.OPERATOR;
import static org.citycase.evaluate.ScoreObject.REGION;
import static org.citycase.evaluate.ScoreObject.UNIT;

import java.util.Arrays;
import java.util.List;

/**
 * The indicators (指标) that can be counted, each as one count over another; which of them a score
 * weighs, and how, is the table's.
 *
 * <p>What the data cannot tell: nobody records which events a collector missed, so 漏报率 has no value
 * and gives its weight to the others. A task nobody did counts for no person, because it was given
 * to a group. Ratings from outside (民调、信访) are not held here.
 */
enum Indicator {
  HANDLED("handledRate", "处置率", "Handled", "handled", "due", UNIT, REGION),
  HANDLED_ON_TIME(
      "handledOnTimeRate", "按期处置率", "Handled on time", "handled_on_time", "due", UNIT, REGION),
  HANDLED_IN_TIME(
      "handledInTimeRate",
      "处置及时率",
      "Of those handled, on time",
      "handled_on_time",
      "handled",
      UNIT,
      REGION),
  OVERDUE_OPEN(
      "overdueOpenRate", "超期未处置率", "Overdue and not handled", "overdue_open", "due", UNIT, REGION),
  CLOSED("closedRate", "结案率", "Closed", "closed", "due", UNIT, REGION),
  CLOSED_ON_TIME(
      "closedOnTimeRate", "按期结案率", "Closed on time", "closed_on_time", "due", UNIT, REGION),
  CLOSED_LATE("closedLateRate", "超期结案率", "Closed late", "closed_late", "due", UNIT, REGION),
  EXTENDED("extendedRate", "延期率", "Extended", "extended", "due", UNIT, REGION),
  REWORK("reworkRate", "返工率", "Reworked", "reworked", "due", UNIT, REGION),
  REWORK_OF_HANDLED(
      "reworkOfHandledRate",
      "返工率（按处置数）",
      "Of those handled, reworked",
      "reworked",
      "handled",
      UNIT,
      REGION),
  RECURRENCE("recurrenceRate", "重复发案率", "Recurrences", "recurred", "filed", UNIT, REGION),
  PUBLIC_REPORT(
      "publicReportRate", "监督举报率", "Reported by the public", "public_filed", "filed", UNIT, REGION),
  FILING_ACCURACY(
      "filingAccuracyRate",
      "立案准确率",
      "Filed rightly",
      "filed_rightly",
      "filed",
      REGION,
      DUTY_LEADER),
  SATISFIED("satisfiedRate", "满意率", "Satisfied", "satisfied", "rated", UNIT, REGION),
  FILED("filedCount", "立案数", "Filed cases", "filed", "", UNIT, REGION),
  FILED_PER_GRID("filedPerGrid", "网格平均立案数", "Filed cases per unit grid", "filed", "grids", REGION),
  EFFECTIVE_REPORT(
      "effectiveReportRate",
      "有效上报率",
      "Effective reports",
      "effective_reports",
      "decided_reports",
      COLLECTOR),
  MISSED_REPORT(
      "missedReportRate", "漏报率", "Missed reports", "missed_reports", "patrolled_filed", COLLECTOR),
  VERIFIED_ON_TIME(
      "verifiedOnTimeRate", "按时核实率", "Verified on time", "verified_on_time", "verified", COLLECTOR),
  CHECKED_ON_TIME(
      "checkedOnTimeRate", "按时核查率", "Checked on time", "checked_on_time", "checked", COLLECTOR),
  ACCEPTED("acceptedCount", "受理数", "Accepted reports", "accepted", "", OPERATOR),
  VERIFY_SENT_ON_TIME(
      "verifySentOnTimeRate",
      "核实按时派发率",
      "Verification ordered on time",
      "verify_sent_on_time",
      "verify_sent",
      OPERATOR),
  CHECK_SENT_ON_TIME(
      "checkSentOnTimeRate",
      "核查按时派发率",
      "Check ordered on time",
      "reviewed_on_time",
      "reviewed",
      OPERATOR),
  FILED_ON_TIME(
      "filedOnTimeRate",
      "按时立案率",
      "Filing decided on time",
      "filing_decided_on_time",
      "filing_decided",
      DUTY_LEADER),
  CLOSE_DECIDED_ON_TIME(
      "closeDecidedOnTimeRate",
      "按时结案率",
      "Closing decided on time",
      "closing_decided_on_time",
      "closing_decided",
      DUTY_LEADER),
  DISPATCHED("dispatchedCount", "派遣数", "Dispatch decisions", "dispatched", "", DISPATCHER),
  DISPATCHED_ON_TIME(
      "dispatchedOnTimeRate",
      "按时派遣率",
      "Dispatched on time",
      "dispatched_on_time",
      "dispatched",
      DISPATCHER),
  ACCURATE_DISPATCH(
      "accurateDispatchRate",
      "准确派遣率",
      "Never moved to another unit",
      "dispatched_accurately",
      "dispatched_cases",
      DISPATCHER);

  private final String code;
  private final String nameZh;
  private final String nameEn;
  private final String above;
  private final String below;
  private final List<ScoreObject> objects;

  Indicator(
      String code,
      String nameZh,
      String nameEn,
      String above,
      String below,
      ScoreObject... objects) {
    this.code = code;
    this.nameZh = nameZh;
    this.nameEn = nameEn;
    this.above = above;
    this.below = below;
    this.objects = List.of(objects);
  }

  /** Those that are counted for this object. */
  static List<Indicator> of(ScoreObject object) {
    return Arrays.stream(values()).filter(each -> each.objects.contains(object)).toList();
  }

  /** Whether anything was counted that an indicator of this object tells of. */
  static boolean anyOf(ScoreObject object, Counts counts) {
    return of(object).stream()
        .anyMatch(each -> counts.isAbove0(each.above) || counts.isAbove0(each.below));
  }

  /** The indicator of these counts. */
  Figure of(Counts counts) {
    Long numerator = counts.of(above);
    if (below.isEmpty()) {
      return new Figure(this, numerator, null);
    }
    return new Figure(this, numerator == null ? Long.valueOf(0) : numerator, counts.of(below));
  }

  /** Whether its value is a part of a whole, shown in percent. */
  boolean isRate() {
    return code.endsWith("Rate");
  }

  boolean isCount() {
    return below.isEmpty();
  }

  String code() {
    return code;
  }

  String nameZh() {
    return nameZh;
  }

  String nameEn() {
    return nameEn;
  }
}
