package org.citycase.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.citycase.casefile.FilingQuestion;
import org.citycase.clock.StageLimitQuestion;
import org.citycase.dispatch.ResponsibleUnitQuestion;
import org.citycase.evaluate.PenaltyQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every table of the house answers every question once; and what the check tells of one that does
 * not.
 */
class CoverageTest {

  private static final KnownWords KNOWN = new CatalogueWords();
  private static final long SECONDS_ALLOWED = 2;

  static Stream<Class<? extends Record>> questions() {
    return TableFolder.questions().stream();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void noTableOfTheHouseHasAGapAnOverlapOrAnUnreachableRow(Class<? extends Record> question) {
    Coverage coverage =
        Coverage.of(WrittenTable.inTheFolder(question), new Form<>(question, KNOWN), KNOWN);
    assertThat(coverage.complete()).isTrue();
    assertThat(coverage.overlaps()).isEmpty();
    assertThat(coverage.unreachable()).isEmpty();
    assertThat(coverage.gaps()).hasSize(question == PenaltyQuestion.class ? 1 : 0);
  }

  @Test
  void aCategoryThatNoRowAnswersIsAGapWithAnExample() {
    CheckedTable table =
        WrittenTable.changed(
            FilingQuestion.class, ",E06-99-1,E06-99,E06-99-1", ",E06-99-1,E06-98,E06-99-1");
    Coverage coverage = coverage(FilingQuestion.class, table);
    assertThat(coverage.gaps()).isNotEmpty();
    assertThat(coverage.gaps())
        .allSatisfy(
            gap ->
                assertThat(gap.example())
                    .containsEntry("category", "E06-99")
                    .containsEntry("condition", "E06-99-1"));
  }

  @Test
  void aConditionOfAnotherCategoryNeverFitsSoTheRowIsUnreachable() {
    CheckedTable table =
        WrittenTable.changed(
            FilingQuestion.class, ",E06-99-1,E06-99,E06-99-1", ",E06-99-1,E06-98,E06-99-1");
    assertThat(coverage(FilingQuestion.class, table).unreachable())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.row().id()).isEqualTo("E06-99-1");
              assertThat(row.by()).isEmpty();
            });
  }

  @Test
  void aDerivedFactFollowsFromTheFactsItIsDerivedFrom() {
    CheckedTable table =
        WrittenTable.of(
            FilingQuestion.class,
            row("A", 10, "category==", "C01-37", "condition==", "C01-37-3", "claimed==", "FALSE"),
            row("B", 5, "claimed==", "FALSE"),
            row("C", 5, "claimed==", "TRUE"));
    Coverage coverage = coverage(FilingQuestion.class, table);
    assertThat(coverage.gaps()).isEmpty();
    assertThat(coverage.unreachable()).extracting(row -> row.row().id()).containsExactly("A");
  }

  @Test
  void aRowOfHigherPriorityThatTakesEverythingIsNamed() {
    Coverage coverage =
        coverage(
            StageLimitQuestion.class,
            WrittenTable.of(
                StageLimitQuestion.class,
                ",X,accept,sensor,person,15,minute,10",
                ",Y,accept,,person,15,minute,20"));
    assertThat(coverage.unreachable())
        .singleElement()
        .satisfies(row -> assertThat(row.by()).containsExactly("Y"));
  }

  @Test
  void rowsThatTakeEverythingTogetherAreNamedToo() {
    Coverage coverage =
        coverage(
            ResponsibleUnitQuestion.class,
            WrittenTable.of(
                ResponsibleUnitQuestion.class,
                ",A,,,,,TRUE,,,,owner,,90",
                ",B,,,,,FALSE,,,,coordinate,,80",
                ",C,,,110101,,,,,,coordinate,,10"));
    assertThat(coverage.unreachable())
        .singleElement()
        .satisfies(row -> assertThat(row.by()).containsExactly("A", "B"));
  }

  @Test
  void twoRowsUnderAHigherOneDoNotOverlap() {
    Coverage coverage =
        coverage(
            StageLimitQuestion.class,
            WrittenTable.of(
                StageLimitQuestion.class,
                ",X,accept,,person,15,minute,10",
                ",Y,,sensor,person,15,minute,10",
                ",Z,accept,sensor,person,15,minute,20"));
    assertThat(coverage.overlaps()).isEmpty();
  }

  @Test
  void aFreeWordNoRowNamesIsNoGapButLetsAGeneralRowAnswer() {
    Coverage coverage =
        coverage(
            StageLimitQuestion.class,
            WrittenTable.of(
                StageLimitQuestion.class,
                ",X,accept,,person,15,minute,20",
                ",Y,,sensor,person,15,minute,10"));
    assertThat(coverage.gaps()).isEmpty();
    assertThat(coverage.unreachable()).isEmpty();
  }

  @Test
  void whatTheTableInForceDoesNoBetterIsOld() {
    CheckedTable before =
        WrittenTable.of(
            StageLimitQuestion.class,
            ",X,accept,sensor,person,15,minute,10",
            ",Y,accept,sensor,person,15,minute,10",
            ",Z,accept,public,person,15,minute,10");
    CheckedTable after =
        WrittenTable.of(
            StageLimitQuestion.class,
            ",X,accept,sensor,person,15,minute,10",
            ",Y,accept,sensor,person,20,minute,10");
    Coverage coverage =
        Coverage.of(after, before, new Form<>(StageLimitQuestion.class, KNOWN), KNOWN);
    assertThat(coverage.overlaps()).singleElement().matches(Coverage.Overlap::old);
    assertThat(coverage.gaps()).hasSize(1);
    assertThat(coverage.gaps().get(0).answered()).isEqualTo("Z");
    assertThat(coverage.gaps().get(0).old()).isFalse();
    assertThat(
            Coverage.of(before, before, new Form<>(StageLimitQuestion.class, KNOWN), KNOWN).gaps())
        .allMatch(Coverage.Gap::old);
  }

  @Test
  void tenThousandRowsAreLookedAtWithinTwoSeconds() {
    String plain = filingRow("r%1$d", 10, "measured==", "FALSE");
    String measured = filingRow("m%1$d", 10, "measured==", "TRUE", "measure>", "%4$d");
    String sensor = filingRow("s%1$d", 50, "channel==", "sensor", "gone==", "FALSE");
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 3333; i++) {
      for (String row : List.of(plain, measured, sensor)) {
        rows.add(row.formatted(i, i / 10, i % 10, i % 200));
      }
    }
    CheckedTable table = WrittenTable.of(FilingQuestion.class, rows.toArray(String[]::new));
    KnownWords any = KnownWords.any();
    Form<?> question = new Form<>(FilingQuestion.class, any);
    Coverage.of(table, question, any);

    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Coverage coverage = Coverage.of(table, question, any);
    assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin)
        .isLessThan(SECONDS_ALLOWED * 1_000_000_000);
    assertThat(coverage.complete()).isTrue();
    assertThat(coverage.unreachable()).isEmpty();
    assertThat(coverage.gaps()).isNotEmpty();
  }

  @Test
  void aTableTooEntangledToLookAtSaysSo() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      rows.add(",r%d,overdue,%d,,,,OT,0.1,1".formatted(i, i));
    }
    CheckedTable table = WrittenTable.of(PenaltyQuestion.class, rows.toArray(String[]::new));
    Coverage coverage = coverage(PenaltyQuestion.class, table);
    assertThat(coverage.complete()).isFalse();
    assertThat(coverage.overlaps()).isNotEmpty();
    assertThat(coverage.unreachable()).isEmpty();
  }

  private static String filingRow(String id, int priority, String... more) {
    return row(
        id,
        priority,
        Stream.concat(
                Stream.of("category==", "C%2$d", "condition==", "C%2$d-%3$d"), Stream.of(more))
            .toArray(String[]::new));
  }

  private static String row(String id, int priority, String... conditions) {
    String[] said = {
      "id", id, "decision", "ask", "limitValue", "0", "quick", "FALSE", "priority", "" + priority
    };
    return WrittenTable.row(
        FilingQuestion.class,
        Stream.concat(Stream.of(said), Stream.of(conditions)).toArray(String[]::new));
  }

  private static Coverage coverage(Class<? extends Record> question, CheckedTable table) {
    return Coverage.of(table, new Form<>(question, KNOWN), KNOWN);
  }
}
