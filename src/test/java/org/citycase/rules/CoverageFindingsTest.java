package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.citycase.casefile.ClosingQuestion;
import org.citycase.casefile.FilingQuestion;
import org.citycase.clock.StageLimit;
import org.citycase.clock.StageLimitQuestion;
import org.citycase.evaluate.PenaltyQuestion;
import org.junit.jupiter.api.Test;

/** The sentences of the checks, word for word, in both languages. */
class CoverageFindingsTest {

  private static final KnownWords KNOWN = new CatalogueWords();
  private static final String CHANNEL = "channel==";
  private static final String RESULT = "checkResult==";
  private static final Words WORDS = Words.read();

  @Test
  void aGapIsToldByWhatItsQuestionsHaveInCommon() {
    Finding gap =
        findings(PenaltyQuestion.class, WrittenTable.inTheFolder(PenaltyQuestion.class)).get(0);
    assertThat(gap.kind()).isEqualTo(Finding.Kind.GAP);
    assertThat(gap.fault()).isTrue();
    assertThat(gap.row()).isNull();
    assertThat(gap.sentence().en())
        .isEqualTo(
            "No row answers: trigger failed check, count = 0. Add a row, or widen the conditions of"
                + " one.");
    assertThat(gap.sentence().zh()).isEqualTo("没有一行回答：事由 核查不符，次数 = 0。请增加一行，或放宽一行的条件。");
  }

  @Test
  void aGapOfManyQuestionsIsToldWithAnExample() {
    CheckedTable table =
        WrittenTable.of(
            ClosingQuestion.class,
            closing("X", 10, CHANNEL, "collector", RESULT, "failed"),
            closing("Y", 10, RESULT, "passed"),
            closing("Z", 10, RESULT, "none"));
    assertThat(findings(ClosingQuestion.class, table))
        .extracting(finding -> finding.sentence().en())
        .containsExactly(
            "No row answers: channel exchange or hotline or leader or media or 3 more, check result"
                + " failed (for example: channel exchange, check result failed). Add a row, or widen"
                + " the conditions of one.");
  }

  @Test
  void aNewGapNamesTheRowThatAnsweredUntilNow() {
    CheckedTable before = WrittenTable.inTheFolder(FilingQuestion.class);
    TableRow row = before.row("E06-99-1").orElseThrow();
    CheckedTable after =
        new CheckedTable(
            before.name(),
            "",
            before.head(),
            before.columns(),
            before.rows().stream().filter(each -> each != row).toList());
    List<Finding> findings = CoverageFindings.of(compared(after, before), WORDS);
    assertThat(findings).isNotEmpty().allMatch(Finding::fault);
    assertThat(findings.get(0).sentence().en())
        .startsWith("No row answers: category E06-99, condition E06-99-1")
        .contains("; until now row E06-99-1 did. Add a row, or widen the conditions of one.");
    assertThat(findings.get(0).sentence().zh())
        .startsWith("没有一行回答：类别 E06-99，立案条件 E06-99-1")
        .contains("；此前由行 E06-99-1 回答。");
  }

  @Test
  void aGapTheTableInForceHasTooIsAWarning() {
    CheckedTable table = WrittenTable.inTheFolder(PenaltyQuestion.class);
    Coverage coverage = Coverage.of(table, table, new Form<>(PenaltyQuestion.class, KNOWN), KNOWN);
    assertThat(CoverageFindings.of(coverage, WORDS)).hasSize(1).noneMatch(Finding::fault);
  }

  @Test
  void anOverlapNamesBothRowsAndWhatBothAnswer() {
    CheckedTable table =
        WrittenTable.of(
            StageLimitQuestion.class,
            ",X,accept,,person,15,minute,10",
            ",Y,accept,sensor,person,15,minute,10");
    Finding overlap = findings(StageLimitQuestion.class, table).get(0);
    assertThat(overlap.kind()).isEqualTo(Finding.Kind.OVERLAP);
    assertThat(overlap.row()).isEqualTo(10);
    assertThat(overlap.sentence().en())
        .isEqualTo(
            "Row 9 (X) and row 10 (Y) have the same priority 10 and both answer: stage acceptance,"
                + " channel sensor. Give one of them a higher priority, or narrow its"
                + " conditions.");
    assertThat(overlap.sentence().zh())
        .isEqualTo("第 9 行（X）与第 10 行（Y）优先级同为 10，都回答：环节 受理，来源 传感器。请提高其中一行的优先级，或收窄其条件。");
  }

  @Test
  void withoutAPriorityColumnAnOverlapIsNarrowed() {
    CheckedTable table =
        WrittenTable.of(
            PenaltyQuestion.class, ",X,overdue,,0.5,,,OT-1,0.1,1", ",Y,overdue,0.25,,,,OT-2,0.1,1");
    assertThat(findings(PenaltyQuestion.class, table))
        .extracting(finding -> finding.sentence().en())
        .contains(
            "Row 9 (X) and row 10 (Y) both answer: trigger overdue, overtime multiple > 0.25 and"
                + " ≤ 0.5. Narrow the conditions of one of them.");
  }

  @Test
  void anUnreachableRowNamesTheRowThatTakesEverything() {
    CheckedTable table =
        WrittenTable.of(
            StageLimitQuestion.class,
            ",X,accept,sensor,person,15,minute,10",
            ",Y,accept,,person,15,minute,20");
    Finding unreachable = findings(StageLimitQuestion.class, table).get(0);
    assertThat(unreachable.kind()).isEqualTo(Finding.Kind.UNREACHABLE);
    assertThat(unreachable.row()).isEqualTo(9);
    assertThat(unreachable.sentence().en())
        .isEqualTo(
            "Row X never answers: row Y of higher priority answers all its questions. Give it a"
                + " priority above 20, narrow that row, or delete it.");
    assertThat(unreachable.sentence().zh())
        .isEqualTo("行 X 永远不会回答：优先级更高的行 Y 已回答它的所有问题。请把它的优先级提高到 20 以上，收窄该行，或删除它。");
  }

  @Test
  void aRowUnreachableUnderSeveralRowsNamesThem() {
    CheckedTable table =
        WrittenTable.of(
            ClosingQuestion.class,
            closing("X", 20, "reworkCount>=", "2"),
            closing("Y", 20, "reworkCount==", "0"),
            closing("Z", 20, "reworkCount==", "1"),
            closing("general", 10));
    assertThat(findings(ClosingQuestion.class, table))
        .extracting(finding -> finding.sentence().en())
        .containsExactly(
            "Row general never answers: rows of a priority above 10 (X, Y, Z among them) together"
                + " answer all its questions. Give it a higher priority, or delete it.");
  }

  @Test
  void aRowWhoseConditionsExcludeEachOtherIsTold() {
    CheckedTable table =
        WrittenTable.of(
            ClosingQuestion.class,
            closing("X", 20, "reworkCount==", "1", "reworkCount>=", "2"),
            closing("general", 10));
    assertThat(findings(ClosingQuestion.class, table))
        .extracting(finding -> finding.sentence().en())
        .containsExactly(
            "Row X never answers: its own conditions exclude each other. Change one of them, or"
                + " delete the row.");
  }

  @Test
  void aTableThatIsTooEntangledSaysWhatToDo() {
    CheckedTable table = WrittenTable.inTheFolder(StageLimitQuestion.class);
    Coverage coverage = new Coverage(table, List.of(), List.of(), List.of(), false);
    assertThat(CoverageFindings.of(coverage, WORDS))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.fault()).isFalse();
              assertThat(finding.sentence().en())
                  .isEqualTo(
                      "The rows of this table cross each other too often to check every question:"
                          + " use fewer rows that fill only one or two conditions.");
            });
  }

  @Test
  void aPeriodOfValidityThatLeavesDaysWithoutARowIsAGap() {
    assertThat(findings(StageLimitQuestion.class, withAPauseInJuly()))
        .extracting(finding -> finding.sentence().en())
        .containsExactly(
            "No row answers: stage acceptance, day ≥ 2026-07-01 and < 2026-08-01 (for example: stage"
                + " acceptance, day 2026-07-01). Add a row, or widen the conditions of one.");
  }

  private static CheckedTable withAPauseInJuly() {
    String text =
        """
        ,RuleSet,org.citycase.rules.tables,,,,,,,
        ,Import,org.citycase.clock.StageLimitQuestion,,,,,,,
        ,Variables,org.citycase.rules.Answer answer,,,,,,,
        ,RuleTable stage-limits,,,,,,,,
        ,NAME,CONDITION,CONDITION,ACTION,ACTION,ACTION,ACTION,ACTION,ACTION
        ,,question : StageLimitQuestion...,question : StageLimitQuestion...,,,,,,
        ,,"stage == ~~$param~~","channel == ~~$param~~","answer.set(~~by~~, ~~$param~~);","answer.set(~~limitValue~~, ~~$param~~);","answer.set(~~limitUnit~~, ~~$param~~);","answer.set(~~priority~~, ~~$param~~);","answer.set(~~validFrom~~, ~~$param~~);","answer.set(~~validUntil~~, ~~$param~~);"
        说明 Remark,行号 Row id,环节 Stage,来源 Channel,由谁 By,时限 Limit,时限单位 Unit of limit,优先级 Priority,生效日 Valid from,失效日 Valid until
        ,X,accept,,person,15,minute,10,,2026-06-30
        ,Y,accept,,person,20,minute,10,2026-08-01,
        """
            .replace('~', '"');
    return WrittenTable.of("stage-limits", text, StageLimitQuestion.class, StageLimit.class);
  }

  private static List<Finding> findings(Class<? extends Record> question, CheckedTable table) {
    return CoverageFindings.of(Coverage.of(table, new Form<>(question, KNOWN), KNOWN), WORDS);
  }

  private static Coverage compared(CheckedTable after, CheckedTable before) {
    return Coverage.of(after, before, new Form<>(FilingQuestion.class, KNOWN), KNOWN);
  }

  private static String closing(String id, int priority, String... conditions) {
    String[] said = {
      "id",
      id,
      "decision",
      "ask",
      "zh",
      "完好",
      "en",
      "Sound",
      "afterPhotos",
      "1",
      "checkPhotos",
      "0",
      "photoMetres",
      "500",
      "priority",
      "" + priority
    };
    return WrittenTable.row(
        ClosingQuestion.class,
        Stream.concat(Stream.of(said), Stream.of(conditions)).toArray(String[]::new));
  }
}
