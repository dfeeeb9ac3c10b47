package org.citycase.trail;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something a check found that is not as the chain of hashes vouches for.
 *
 * @param caseNumber of the case it belongs to; null for what belongs to none
 * @param what was found, by its name in the trail: {@code log 5}, {@code decision 17}, {@code case
 *     file}, {@code photo <sha256>}, {@code seal 12}, {@code configuration 4}
 * @param zh the sentence in Chinese
 * @param en the sentence in English
 */
public record Finding(
    @JsonProperty("case") String caseNumber, String what, Kind kind, String zh, String en) {

  /** What is wrong with it. */
  public enum Kind {
    /** It is there but reads otherwise than when it was vouched for. */
    ALTERED("被改动过。", "was altered."),
    /** It was vouched for and is not there. */
    MISSING("缺失。", "is missing."),
    /** It is there, and nothing ever vouched for it. */
    ADDED("不是系统写入的：日志没有为它作证。", "was added: the log does not vouch for it."),
    /** Whatever would vouch for it was itself altered or is missing. */
    UNPROVEN(
        "无法证明：为它作证的内容已被改动或缺失。",
        "cannot be proven: what would vouch for it was altered or is missing.");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  /** The same with a further sentence in both languages. */
  Finding because(String whyZh, String whyEn) {
    return new Finding(caseNumber, what, kind, zh + whyZh, en + " " + whyEn);
  }

  /** A finding of a case. */
  static Finding of(String caseNumber, String what, Kind kind) {
    Words words = Words.of(what);
    boolean none = caseNumber == null || caseNumber.isEmpty();
    String zh = none ? "" : "案件 " + caseNumber + " 的";
    String en = none ? "" : " of case " + caseNumber;
    return new Finding(
        caseNumber, what, kind, zh + words.zh + kind.zh, words.en + en + " " + kind.en);
  }

  /** A finding that belongs to no case. */
  static Finding of(String what, Kind kind) {
    return of(null, what, kind);
  }

  private record Words(String zh, String en) {

    static Words of(String what) {
      int space = what.indexOf(' ');
      String key = space < 0 ? "" : what.substring(space + 1);
      return switch (space < 0 ? what : what.substring(0, space)) {
        case "log" -> new Words("日志第 " + key + " 条", "Log entry " + key);
        case "case" -> new Words("案卷", "The case file");
        case "decision" -> new Words("裁决回执 " + key + " ", "Receipt " + key);
        case "clock" -> new Words("时钟", "The running clock");
        case "segment" -> new Words("计时台账第 " + key + " 条", "Ledger entry " + key);
        case "stage" -> new Words("阶段台账第 " + key + " 条", "Stage entry " + key);
        case "attachment" -> new Words("附件 " + key + " ", "Attachment " + key);
        case "photo" -> new Words("照片 " + key + " ", "Photo " + key);
        case "penalty" -> new Words("扣分项 " + key + " ", "Penalty item " + key);
        case "personalPenalty" -> new Words("个人扣分项 " + key + " ", "Personal penalty item " + key);
        case "path" -> new Words("在流程图中的经过", "The path through the diagrams");
        case "notice" -> new Words("通知 " + key + " ", "Notice " + key);
        case "request" -> new Words("申请第 " + key + " 条", "Request " + key);
        case "escalation" -> new Words("督办台账第 " + key + " 条", "Escalation " + key);
        case "appeal" -> new Words("申诉", "The appeal");
        case "guard" -> new Words("守护第 " + key + " 条", "Guard stretch " + key);
        case "reply" -> new Words("热线答复时钟", "The reply clock");
        case "dossier" -> new Words("档案中的文件 " + key + " ", "The dossier's file " + key);
        case "seal" -> new Words("封存 " + key + " ", "Seal " + key);
        case "seals" -> new Words("封存链的末端", "The end of the chain of seals");
        case "configuration" ->
            key.equals("head")
                ? new Words("配置日志的末端", "The end of the configuration log")
                : new Words("配置日志第 " + key + " 条", "Configuration entry " + key);
        case "file" -> new Words("导出文件", "The export file");
        default -> new Words(what, what);
      };
    }
  }
}
