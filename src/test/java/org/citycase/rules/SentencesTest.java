package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citycase.casefile.RequestQuestion;
import org.citycase.clock.StageLimitQuestion;
import org.citycase.evaluate.PenaltyQuestion;
import org.junit.jupiter.api.Test;

/** Receipts as people read them. */
class SentencesTest {

  private static final Instant AT = Instant.parse("2026-03-10T01:10:00Z");
  private static final Sentences SENTENCES = new Sentences(Words.read());
  private static final CheckedTable STAGES =
      WrittenTable.of(
          StageLimitQuestion.class,
          "受理 15 分钟 Acceptance [Yuncheng],X,accept,,person,15,minute,10",
          ",Y,accept,sensor,rule,1,work_hour,20");

  @Test
  void aReceiptTellsTheRowItsRemarkTheFactsItLookedAtAndItsAnswer() {
    Bilingual told = SENTENCES.of(stage("X", "public", "person", 15, "minute", List.of()), STAGES);
    assertThat(told.en())
        .isEqualTo(
            "Stage limits, row X (Acceptance [Yuncheng]): stage acceptance → done by a person,"
                + " limit 15 minutes.");
    assertThat(told.zh()).isEqualTo("环节时限，行 X（受理 15 分钟）：环节 受理 → 由谁 人，时限 15 分钟。");
  }

  @Test
  void rowsThatLostAreToldWithTheReason() {
    List<Lost> lost = List.of(new Lost("X", Lost.PRIORITY, 10), new Lost("Z", Lost.VALIDITY, 30));
    Bilingual told = SENTENCES.of(stage("Y", "sensor", "rule", 1, "work_hour", lost), STAGES);
    assertThat(told.en())
        .isEqualTo(
            "Stage limits, row Y: stage acceptance, channel sensor → done by the rule, limit 1 work"
                + " hour. Row X fits too, but its priority 10 is below 20. Row Z fits too, but is"
                + " not valid on that day.");
    assertThat(told.zh())
        .isEqualTo(
            "环节时限，行 Y：环节 受理，来源 传感器 → 由谁 规则，时限 1 工作时。" + "行 X 也符合，但优先级 10 低于 20。行 Z 也符合，但当日无效。");
  }

  @Test
  void numbersAreToldAsTheyWereAskedNotAsTheRowBoundsThem() {
    CheckedTable table =
        WrittenTable.of(PenaltyQuestion.class, "超时 Overdue,OT-2,overdue,0.5,1,,,OT-2,0.2,1");
    Map<String, Object> question = facts("trigger", "overdue", "multiple", 0.75, "count", 1);
    Map<String, Object> answer = facts("code", "OT-2", "points", 0.2, "factor", 1.0);
    assertThat(SENTENCES.of(receipt("penalty", "OT-2", question, answer, List.of()), table).en())
        .isEqualTo(
            "Penalties, row OT-2 (Overdue): trigger overdue, overtime multiple 0.75 → code OT-2,"
                + " points 0.2, factor 1.");
  }

  @Test
  void fractionsAreRoundedButNeverAcrossABoundOfTheRow() {
    CheckedTable table =
        WrittenTable.of(PenaltyQuestion.class, "超时 Overdue,OT-2,overdue,0.5,1,,,OT-2,0.2,1");
    assertThat(overdue(table, 0.785069444444445)).contains("overtime multiple 0.785 →");
    assertThat(overdue(table, 0.500034722222222)).contains("overtime multiple 0.50003 →");
    assertThat(overdue(null, 0.785069444444445)).contains("overtime multiple 0.785,");
  }

  private static String overdue(CheckedTable table, double multiple) {
    Receipt receipt =
        receipt(
            "penalty",
            "OT-2",
            facts("trigger", "overdue", "multiple", multiple, "count", 1),
            facts("code", "OT-2"),
            List.of());
    return (table == null ? SENTENCES.of(receipt) : SENTENCES.of(receipt, table)).en();
  }

  @Test
  void codesAreToldWithTheirNames() {
    Sentences named = new Sentences(Words.read(new CatalogueWords()));
    Bilingual told =
        named.of(
            receipt(
                "unit-type",
                "C02-14",
                facts("category", "C02-14", "condition", "C02-14-1", "district", "110101"),
                facts("unitType", "Traffic police"),
                List.of()));
    assertThat(told.zh())
        .isEqualTo(
            "责任单位类型，行 C02-14：类别 C02-14 交通信号灯，立案条件 C02-14-1，区域 110101 甲示范区" + " → 责任单位类型 公安交通管理部门。");
    assertThat(told.en())
        .isEqualTo(
            "Type of responsible unit, row C02-14: category C02-14 traffic signal, condition"
                + " C02-14-1, district 110101 District A → unit type Traffic police.");
  }

  @Test
  void aDocumentIsToldByItsNameAndNoNextRungAsNone() {
    Bilingual told =
        SENTENCES.of(
            receipt(
                "escalation",
                "P1 4.8 200",
                facts("trigger", "share", "share", 200),
                facts("level", "leader", "next", 0, "document", "escalation-leader"),
                List.of()));
    assertThat(told.zh()).endsWith("→ 级别 报领导，下一档% 无，文书 呈报领导。");
    assertThat(told.en())
        .endsWith(
            "→ level report to the leader, next rung in % none, document report to the leader.");
  }

  @Test
  void aTextInBothLanguagesIsToldInEachItsOwn() {
    CheckedTable table =
        WrittenTable.of(
            RequestQuestion.class,
            ",P1 5.6,extension,,,,,,,,,,ask,由派遣员决定。,A dispatcher decides.,0,FALSE,10");
    Map<String, Object> question = facts("kind", "extension", "overdue", false);
    Map<String, Object> answer =
        facts("decision", "ask", "zh", "由派遣员决定。", "en", "A dispatcher decides.", "mostDays", 0);
    Bilingual told =
        SENTENCES.of(receipt("request-standard", "P1 5.6", question, answer, List.of()), table);
    assertThat(told.en())
        .isEqualTo(
            "Requests of units, row P1 5.6: request extension → decision a dispatcher decides,"
                + " answer A dispatcher decides, most days none.");
    assertThat(told.zh()).contains("答复 由派遣员决定，").doesNotContain("A dispatcher");
  }

  @Test
  void withoutItsVersionAReceiptTellsAllItsFacts() {
    assertThat(SENTENCES.of(stage("X", "public", "person", 15, "minute", List.of())).en())
        .isEqualTo(
            "Stage limits, row X: stage acceptance, channel public → done by a person, limit 15"
                + " minutes.");
  }

  private static Receipt stage(
      String row, String channel, String by, int limit, String unit, List<Lost> lost) {
    return receipt(
        "stage-limits",
        row,
        facts("stage", "accept", "channel", channel),
        facts("by", by, "limitValue", limit, "limitUnit", unit),
        lost);
  }

  private static Receipt receipt(
      String table,
      String row,
      Map<String, Object> question,
      Map<String, Object> answer,
      List<Lost> lost) {
    return new Receipt(AT, AT, table, "", row, question, answer, lost);
  }

  private static Map<String, Object> facts(Object... namesAndValues) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return facts;
  }
}
