package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.citycase.clock.StageLimitQuestion;
import org.citycase.evaluate.PenaltyQuestion;
import org.junit.jupiter.api.Test;

/** Change lists and warnings of far values, word for word, in both languages. */
class ChangesTest {

  private static final Words WORDS = Words.read();
  private static final String CHECK = "接收 Received,X,accept,,person,%s,10";

  @Test
  void aLimitIsToldWithItsUnit() {
    List<Change> changes = changes("2,work_day", "1,work_day");
    assertThat(changes).hasSize(1);
    Change change = changes.get(0);
    assertThat(change.zh()).isEqualTo("X：时限 2 → 1 工作日");
    assertThat(change.en()).isEqualTo("X: limit 2 → 1 work days");
    assertThat(change.row()).isEqualTo("X");
    assertThat(change.column()).isEqualTo("F");
    assertThat(change.key()).isEqualTo("limitValue");
    assertThat(change.before()).isEqualTo("2");
    assertThat(change.after()).isEqualTo("1");
    assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
  }

  @Test
  void valueAndUnitOfALimitAreToldTogether() {
    assertThat(changes("1,work_day", "4,work_hour"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.zh()).isEqualTo("X：时限 1 工作日 → 4 工作时");
              assertThat(change.en()).isEqualTo("X: limit 1 work day → 4 work hours");
              assertThat(change.before()).isEqualTo("1 work_day");
              assertThat(change.after()).isEqualTo("4 work_hour");
            });
    assertThat(changes("2,work_day", "2,work_hour"))
        .extracting(Change::en)
        .containsExactly("X: limit 2 work days → 2 work hours");
  }

  @Test
  void wordsAreToldInBothLanguagesAndAnEmptyConditionAsAny() {
    CheckedTable before =
        WrittenTable.of(StageLimitQuestion.class, "一 One,X,accept,,person,2,work_day,10");
    CheckedTable after =
        WrittenTable.of(StageLimitQuestion.class, "二 Two,X,accept,sensor,rule,2,work_day,20");
    List<Change> changes = Changes.between(before, after, WORDS);
    assertThat(changes)
        .extracting(Change::en)
        .containsExactly(
            "X: remark 一 One → 二 Two",
            "X: channel any → sensor",
            "X: done by a person → the rule",
            "X: priority 10 → 20");
    assertThat(changes)
        .extracting(Change::zh)
        .contains("X：来源 不限 → 传感器", "X：由谁 人 → 规则", "X：优先级 10 → 20");
    assertThat(changes).extracting(Change::column).containsExactly("A", "D", "E", "H");
  }

  @Test
  void rowsAddedAndRemovedAreToldWithWhatTheySay() {
    CheckedTable before =
        WrittenTable.of(StageLimitQuestion.class, ",X,accept,,person,15,minute,10");
    CheckedTable after =
        WrittenTable.of(StageLimitQuestion.class, ",Y,close,public,person,1,work_day,10");
    List<Change> changes = Changes.between(before, after, WORDS);
    assertThat(changes)
        .extracting(Change::en)
        .containsExactly(
            "Y: new row: stage closing, channel public → done by a person, limit 1 work day,"
                + " priority 10",
            "X: row removed: stage acceptance → done by a person, limit 15 minutes, priority 10");
    assertThat(changes.get(0).zh()).isEqualTo("Y：新增行：环节 结案，来源 公众举报 → 由谁 人，时限 1 工作日，优先级 10");
    assertThat(changes.get(1).zh()).startsWith("X：删除行：环节 受理");
    assertThat(changes)
        .extracting(Change::kind)
        .containsExactly(Change.Kind.ADDED, Change.Kind.REMOVED);
  }

  @Test
  void aComparisonIsToldByItsLabel() {
    CheckedTable before = WrittenTable.of(PenaltyQuestion.class, ",X,overdue,,0.5,,,OT-1,0.1,1");
    CheckedTable after = WrittenTable.of(PenaltyQuestion.class, ",X,overdue,,0.6,,,OT-1,0.1,1");
    assertThat(Changes.between(before, after, WORDS))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.en()).isEqualTo("X: multiple at most 0.5 → 0.6");
              assertThat(change.zh()).isEqualTo("X：超时倍数≤ 0.5 → 0.6");
              assertThat(change.key()).isEqualTo("multiple<=");
            });
  }

  @Test
  void anotherOrderOfRowsIsNoChange() {
    String first = ",X,accept,,person,15,minute,10";
    String second = ",Y,close,,person,15,minute,10";
    assertThat(
            Changes.between(
                WrittenTable.of(StageLimitQuestion.class, first, second),
                WrittenTable.of(StageLimitQuestion.class, second, first),
                WORDS))
        .isEmpty();
  }

  @Test
  void aChangeIsWrittenToJsonAsThePageReadsIt() throws Exception {
    assertThat(new ObjectMapper().writeValueAsString(changes("2,work_day", "1,work_day").get(0)))
        .isEqualTo(
            "{\"row\":\"X\",\"column\":\"F\",\"key\":\"limitValue\",\"kind\":\"changed\","
                + "\"before\":\"2\",\"after\":\"1\",\"zh\":\"X：时限 2 → 1 工作日\","
                + "\"en\":\"X: limit 2 → 1 work days\"}");
  }

  @Test
  void aNumberMoreThanFiveTimesTheOldOneIsWarnedOf() {
    List<Finding> far = far("2,work_day", "11,work_day");
    assertThat(far).hasSize(1);
    Finding finding = far.get(0);
    assertThat(finding.sentence().en())
        .isEqualTo("X: limit 2 → 11 work days is more than five times the old value. Check it.");
    assertThat(finding.sentence().zh()).isEqualTo("X：时限 2 → 11 工作日，超过原值的五倍，请核对。");
    assertThat(finding.fault()).isFalse();
    assertThat(finding.row()).isEqualTo(9);
    assertThat(finding.column()).isEqualTo("F");
    assertThat(finding.key()).isEqualTo("limitValue");
    assertThat(far("2,work_day", "10,work_day")).isEmpty();
  }

  @Test
  void aNumberLessThanAFifthOfTheOldOneIsWarnedOf() {
    assertThat(far("6,work_day", "1,work_day"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.sentence().en())
                  .isEqualTo(
                      "X: limit 6 → 1 work days is less than a fifth of the old value. Check it.");
              assertThat(finding.sentence().zh()).isEqualTo("X：时限 6 → 1 工作日，不到原值的五分之一，请核对。");
            });
    assertThat(far("5,work_day", "1,work_day")).isEmpty();
  }

  @Test
  void limitsInDifferentUnitsAreComparedInHours() {
    assertThat(far("2,work_day", "16,work_hour")).isEmpty();
    assertThat(far("1,work_day", "8,minute")).hasSize(1);
    assertThat(far("1,work_hour", "2,natural_day"))
        .extracting(finding -> finding.sentence().en())
        .containsExactly(
            "X: limit 1 work hour → 2 natural days is more than five times the old value."
                + " Check it.");
    assertThat(far("2,work_day", "2,work_hour")).hasSize(1);
  }

  @Test
  void priorityAndWhatWasZeroAreNoFarValues() {
    CheckedTable before = WrittenTable.of(PenaltyQuestion.class, ",X,overdue,,0.5,,,OT-1,0,1");
    CheckedTable after = WrittenTable.of(PenaltyQuestion.class, ",X,overdue,,0.5,,,OT-1,5,1");
    assertThat(FarValues.between(before, after, WORDS)).isEmpty();
    CheckedTable low = WrittenTable.of(StageLimitQuestion.class, ",X,accept,,person,15,minute,10");
    CheckedTable high = WrittenTable.of(StageLimitQuestion.class, ",X,accept,,person,15,minute,99");
    assertThat(FarValues.between(low, high, WORDS)).isEmpty();
  }

  private static List<Change> changes(String before, String after) {
    return Changes.between(stage(before), stage(after), WORDS);
  }

  private static List<Finding> far(String before, String after) {
    return FarValues.between(stage(before), stage(after), WORDS);
  }

  private static CheckedTable stage(String limit) {
    return WrittenTable.of(StageLimitQuestion.class, CHECK.formatted(limit));
  }
}
