package org.citycase.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citycase.Refusal;
import org.citycase.evaluate.Grading.Graded;
import org.citycase.rules.Decision;
import org.citycase.rules.OneOf;
import org.citycase.rules.OneTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of the scores, by the table as it lies in the folder. */
class GradingTest {

  private static final Function<ScoreQuestion, ScoreWeight> TABLE =
      OneTable.of(ScoreQuestion.class, ScoreWeight.class);

  private static Graded grade(ScoreObject object, Object... counts) {
    return grade(object, "P1", TABLE, counts);
  }

  private static Graded grade(
      ScoreObject object,
      String profile,
      Function<ScoreQuestion, ScoreWeight> table,
      Object... counts) {
    Counts counted = new Counts();
    for (int i = 0; i < counts.length; i += 2) {
      counted.put((String) counts[i], (Integer) counts[i + 1]);
    }
    return new Grading(
            question ->
                new Decision<>(
                    table.apply(question), "score", "v", question.indicator(), Instant.EPOCH, 0),
            object,
            profile)
        .grade(counted);
  }

  private static void isWorth(Graded graded, String score, String grade) {
    assertThat(graded.score()).isEqualByComparingTo(score);
    assertThat(graded.grade()).isEqualTo(grade);
  }

  @Test
  void s66_theUnitOfMarchGetsNinetyThreePointOneTwo() {
    Graded unit =
        grade(
            ScoreObject.UNIT,
            "due",
            200,
            "closed_on_time",
            180,
            "closed_late",
            12,
            "extended",
            10,
            "reworked",
            6);
    isWorth(unit, "93.12", "A");
  }

  @Test
  void s68_theCollectorsMissedReportsCountWhenTheyAreKnownAndElseGiveTheirWeightAway() {
    Object[] work = {
      "decided_reports", 200, "effective_reports", 190, "verified", 100, "verified_on_time", 95,
      "checked", 50, "checked_on_time", 49, "patrolled_filed", 200, "missed_reports", 5
    };
    isWorth(grade(ScoreObject.COLLECTOR, work), "96.1", "A");
    Graded unknown = grade(ScoreObject.COLLECTOR, Arrays.copyOf(work, 12));
    assertThat(unknown.indicators())
        .filteredOn(each -> each.figure().indicator() == Indicator.MISSED_REPORT)
        .allSatisfy(each -> assertThat(each.figure().shown()).isEqualTo("–"));
    // (38 + 19 + 19.6) / 0.8
    isWorth(unknown, "95.75", "A");
  }

  @Test
  void s68_theClerkTheShiftLeaderAndTheDispatcher() {
    isWorth(
        grade(
            ScoreObject.OPERATOR,
            "accepted",
            1500,
            "verify_sent",
            100,
            "verify_sent_on_time",
            96,
            "reviewed",
            100,
            "reviewed_on_time",
            90),
        "92.4",
        "A");
    isWorth(
        grade(
            ScoreObject.DUTY_LEADER,
            "filing_decided",
            100,
            "filing_decided_on_time",
            98,
            "filed",
            200,
            "filed_rightly",
            199,
            "closing_decided",
            50,
            "closing_decided_on_time",
            47),
        "97.2",
        "A");
    isWorth(
        grade(
            ScoreObject.DISPATCHER,
            "dispatched",
            600,
            "dispatched_on_time",
            588,
            "dispatched_cases",
            600,
            "dispatched_accurately",
            594),
        "93.8",
        "A");
  }

  @Test
  void aDistrictIsScoredByItsReportersItsFilesAndItsClosings() {
    // 3 of 10 by the public: 70 % of 10; 10 files in 400 grids: 90 % of 20; 80 % of 30; 60 % of 40
    Graded district =
        grade(
            ScoreObject.REGION,
            "filed",
            10,
            "public_filed",
            3,
            "grids",
            400,
            "due",
            10,
            "closed",
            8,
            "closed_on_time",
            6);
    isWorth(district, "73", "C");
    isWorth(grade(ScoreObject.REGION, "grids", 400), "100", "A");
  }

  @ParameterizedTest
  @CsvSource({
    // 20 without extension and rework, 80 for all cases closed on time
    "87500, 90.00, A",
    "87499, 90.00, A",
    "87493, 89.99, B",
    "68750, 75, B",
    "50000, 60, C",
    "25000, 40, D",
    "24990, 39.99, E",
    "0, 20, E"
  })
  void theGradeIsThatOfTheRoundedScore(int closedOnTime, String score, String grade) {
    isWorth(grade(ScoreObject.UNIT, "due", 100_000, "closed_on_time", closedOnTime), score, grade);
  }

  @Test
  void whoHadNothingToDoHasNoScore() {
    Graded idle = grade(ScoreObject.UNIT);
    assertThat(idle.score()).isNull();
    assertThat(idle.grade()).isNull();
    assertThat(idle.indicators()).allMatch(each -> each.figure().shown().equals("–"));
    assertThat(idle.indicators()).filteredOn(Grading.Weighed::counts).hasSize(4);
  }

  @Test
  void aProfileNobodyWroteAndTwoWeightsForOnePartAreRefused() {
    assertThatThrownBy(() -> grade(ScoreObject.UNIT, "XYZ", TABLE, "due", 1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("weighs nothing for unit")
        .hasMessageContaining("'XYZ'");
    Function<ScoreQuestion, ScoreWeight> uneven =
        question ->
            question.indicator().equals("closedLateRate")
                ? new ScoreWeight("closing", 70, 0, 40, "")
                : TABLE.apply(question);
    assertThatThrownBy(() -> grade(ScoreObject.UNIT, "P1", uneven, "due", 1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("part closing two weights");
  }

  @Test
  void aGapBetweenTwoBandsIsRefusedInsteadOfLosingTheirWeight() {
    Function<ScoreQuestion, ScoreWeight> gap =
        question ->
            question.value() == 400 ? new ScoreWeight("none", 0, 0, 0, "") : TABLE.apply(question);
    assertThatThrownBy(() -> grade(ScoreObject.OPERATOR, "P1", gap, "accepted", 400))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("indicator acceptedCount two weights");
    isWorth(grade(ScoreObject.OPERATOR, "accepted", 400), "60", "C");
  }

  @Test
  void theTableKnowsEveryIndicatorAndEveryPost() {
    assertThat(words("indicator"))
        .containsExactlyElementsOf(
            Stream.concat(
                    Arrays.stream(Indicator.values()).map(Indicator::code), Stream.of("score"))
                .toList());
    assertThat(words("post"))
        .containsExactlyInAnyOrderElementsOf(
            ScoreObject.ofKind("post").stream().map(ScoreObject::post).toList());
  }

  private static List<String> words(String component) {
    return Arrays.stream(ScoreQuestion.class.getRecordComponents())
        .filter(each -> each.getName().equals(component))
        .map(each -> each.getAnnotation(OneOf.class).value())
        .map(List::of)
        .findFirst()
        .orElseThrow();
  }
}
