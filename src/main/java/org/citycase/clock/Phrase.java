package org.citycase.clock;

/** What can be said about a clock, in Chinese and in English. */
enum Phrase {
  NO_CLOCK("案件尚未派遣，没有时限。", "The case has not been dispatched; no limit runs."),
  EARLIER("第%d轮由%s承办，时限%s，用时%s，%s。", "In round %d %s had it under a limit of %s and used %s, %s."),
  WAS_LATE("已超期", "overdue"),
  WAS_IN_TIME("未超期", "in time"),
  ROUND(
      "第%d轮由%s承办，时限%s，合%s，最初应于%s前办结。",
      "In round %d %s has it under a limit of %s, which is %s; at first it was due %s."),
  COUNTED("%s至%s在%s，计时%s（%s）", "%s to %s with %s: %s counted (%s)"),
  COUNTING("%s起在%s，至今计时%s（%s）", "since %s with %s: %s counted so far (%s)"),
  NOT_COUNTED("%s至%s在%s，%s，不计时（%s）", "%s to %s with %s: %s, not counted (%s)"),
  NOT_COUNTING("%s起在%s，%s，不计时（%s）", "since %s with %s: %s, not counted (%s)"),
  ADJUSTED("%s因工作日历变更调整%s（%s）", "at %s adjusted by %s for a change of the calendar (%s)"),
  PAUSED("暂停", "paused"),
  STOPPED("停止", "stopped"),
  EXTENDED("%s第%d次延期，期限改为%s", "at %s extension %d moved the due instant to %s"),
  RESUMED("期限改为%s", "due %s from then on"),
  TOTAL("共用时%s，准用%s。", "In all %s of %s were used."),
  LATE("因此自%s起超期，超出%s（时限的%s倍）。", "So it has been overdue since %s, by %s (%s times the limit)."),
  LATE_IN_BREAK(
      "因此自%s起超期，超出部分不在工作时间内。",
      "So it has been overdue since %s, though no working time has passed since."),
  IN_TIME("因此未超期，应于%s前办结，尚余%s。", "So it is not overdue; it is due %s and %s are left."),
  IN_TIME_HALTED("因此未超期，尚余%s。", "So it is not overdue; %s are left."),
  URGENT_HOUR("%d紧急工作时", "%d urgent hour"),
  WORK_HOUR("%d工作时", "%d work hour"),
  WORK_DAY("%d工作日", "%d work day"),
  NATURAL_DAY("%d自然日", "%d natural day"),
  MINUTE("%d分钟", "%d minute"),
  HOURS("%d小时%d分", "%d h %d min"),
  SECONDS("%d小时%d分%d秒", "%d h %d min %d s"),
  AND("；", "; "),
  STOP("。", "."),
  BETWEEN("", " ");

  private final String zh;
  private final String en;

  Phrase(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  String in(boolean chinese, Object... facts) {
    return String.format(chinese ? zh : en, facts);
  }
}
