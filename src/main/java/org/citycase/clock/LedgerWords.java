package org.citycase.clock;

import java.util.Map;

/** The words of a ledger in Chinese: who had the case, and why a stretch began. */
final class LedgerWords {

  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("nobody", "无人"),
          Map.entry("operators", "受理员"),
          Map.entry("collectors", "监督员"),
          Map.entry("duty-leaders", "值班长"),
          Map.entry("dispatchers", "派遣员"),
          Map.entry("coordinators", "协调员"),
          Map.entry("dispatched", "派遣"),
          Map.entry("dispatched again", "重新派遣"),
          Map.entry("feedback", "反馈"),
          Map.entry("incomplete feedback", "反馈不全"),
          Map.entry("failed check", "核查不符"),
          Map.entry("return asked", "申请退单"),
          Map.entry("return granted", "同意退单"),
          Map.entry("return refused", "退单被拒"),
          Map.entry("extension granted", "批准延期"),
          Map.entry("hold ended", "挂账结束"));

  private static final Map<String, String> BEGINNINGS =
      Map.of("held: ", "挂账：", "moved to ", "改派至", "calendar ", "工作日历");

  private LedgerWords() {}

  /** The word in Chinese; what people wrote, and codes of units, stay as they are. */
  static String chinese(String word) {
    for (Map.Entry<String, String> beginning : BEGINNINGS.entrySet()) {
      if (word.startsWith(beginning.getKey())) {
        return beginning.getValue() + word.substring(beginning.getKey().length());
      }
    }
    return CHINESE.getOrDefault(word, word);
  }
}
