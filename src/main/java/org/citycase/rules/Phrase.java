package org.citycase.rules;

/** What can be said about a table and its decisions, in Chinese and in English. */
enum Phrase {
  GAP(
      "没有一行回答：%s。请增加一行，或放宽一行的条件。",
      "No row answers: %s. Add a row, or widen the conditions of one."),
  GAP_NEW(
      "没有一行回答：%s；此前由行 %s 回答。请增加一行，或放宽一行的条件。",
      "No row answers: %s; until now row %s did. Add a row, or widen the conditions of one."),
  GAP_EXAMPLE("%s（例如：%s）", "%s (for example: %s)"),
  ANYTHING("任何问题", "any question"),
  OVERLAP(
      "第 %d 行（%s）与第 %d 行（%s）优先级同为 %d，都回答：%s。请提高其中一行的优先级，或收窄其条件。",
      "Row %d (%s) and row %d (%s) have the same priority %d and both answer: %s."
          + " Give one of them a higher priority, or narrow its conditions."),
  OVERLAP_UNRANKED(
      "第 %d 行（%s）与第 %d 行（%s）都回答：%s。请收窄其中一行的条件。",
      "Row %d (%s) and row %d (%s) both answer: %s. Narrow the conditions of one of them."),
  UNREACHABLE(
      "行 %s 永远不会回答：优先级更高的行 %s 已回答它的所有问题。请把它的优先级提高到 %d 以上，收窄该行，或删除它。",
      "Row %s never answers: row %s of higher priority answers all its questions."
          + " Give it a priority above %d, narrow that row, or delete it."),
  UNREACHABLE_TOGETHER(
      "行 %s 永远不会回答：优先级高于 %d 的各行（%s 等）已一起回答它的所有问题。请提高它的优先级，或删除它。",
      "Row %s never answers: rows of a priority above %d (%s among them) together answer all its"
          + " questions. Give it a higher priority, or delete it."),
  CONTRADICTION(
      "行 %s 永远不会回答：它的条件互相排斥。请修改其中一个条件，或删除该行。",
      "Row %s never answers: its own conditions exclude each other. Change one of them, or delete"
          + " the row."),
  UNCHECKED(
      "该表各行交叉过多，未能逐一检查所有问题：请减少只填一两个条件的行。",
      "The rows of this table cross each other too often to check every question: use fewer rows"
          + " that fill only one or two conditions."),
  AND_MORE("另有 %d 个", "%d more"),
  NOTHING("空", "none"),
  OTHER("其他", "any other"),
  IS("%s %s", "%s %s"),
  OR("或", " or "),
  BOTH("%s 且 %s", "%s and %s"),
  COMMA("，", ", "),
  SEMICOLON("；", "; "),
  LIST("、", ", "),
  ANY("不限", "any"),
  TURNS("%s %s → %s", "%s %s → %s"),
  CHANGED("%s：%s %s → %s", "%s: %s %s → %s"),
  ADDED("%s：新增行：%s", "%s: new row: %s"),
  REMOVED("%s：删除行：%s", "%s: row removed: %s"),
  FAR_ABOVE("%s，超过原值的五倍，请核对。", "%s is more than five times the old value. Check it."),
  FAR_BELOW("%s，不到原值的五分之一，请核对。", "%s is less than a fifth of the old value. Check it."),
  ARROW("%s → %s", "%s → %s"),
  RECEIPT("%s，行 %s%s：%s。", "%s, row %s%s: %s."),
  REMARK("（%s）", " (%s)"),
  NO_REMARK("", ""),
  LOST_PRIORITY("行 %s 也符合，但优先级 %s 低于 %s。", "Row %s fits too, but its priority %s is below %s."),
  LOST_RANK("行 %s 也符合，但优先级较低。", "Row %s fits too, but its priority is lower."),
  LOST_VALIDITY("行 %s 也符合，但当日无效。", "Row %s fits too, but is not valid on that day."),
  BETWEEN("", " ");

  private final String zh;
  private final String en;

  Phrase(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The phrase with these facts: each a {@link Bilingual}, or the same in both languages. */
  Bilingual with(Object... facts) {
    return Bilingual.of(zh, en, facts);
  }
}
