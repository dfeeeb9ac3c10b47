package org.citycase.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.citycase.evaluate.Scoring.Line;
import org.citycase.rules.OneTable;
import org.junit.jupiter.api.Test;

/** The arithmetic of the penalty points, by the table as it lies in the folder. */
class ScoringTest {

  private static final Function<PenaltyQuestion, Penalty> TABLE =
      OneTable.of(PenaltyQuestion.class, Penalty.class);
  private static final String STREET = "STREET-A";
  private static final String TELECOM = "TELECOM-CO";
  private static final Sharing ALONE = new Sharing(STREET, List.of(), null);

  private static List<Line> score(List<Fault> faults, boolean leader, Sharing sharing) {
    return new Scoring(TABLE).score(faults, leader, sharing);
  }

  private static Fault late(double multiple) {
    return Fault.overdue(STREET, multiple, false);
  }

  private static Fault failedCheck(int count) {
    return Fault.of("failedCheck", STREET, count);
  }

  private static double sum(List<Line> lines, String unit) {
    return lines.stream()
        .filter(line -> line.unit().equals(unit))
        .map(Line::points)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  @Test
  void s18_anUrgentOverdueCaseIsDoubledAndSharedSixtyToForty() {
    Sharing coordinated = new Sharing(STREET, List.of(TELECOM), null);
    List<Line> lines = score(List.of(Fault.overdue(STREET, 0.4, true)), false, coordinated);
    assertThat(lines).extracting(Line::code).containsOnly("OT-1");
    assertThat(sum(lines, STREET)).isEqualTo(0.12);
    assertThat(sum(lines, TELECOM)).isEqualTo(0.08);
  }

  @Test
  void s47_overdueByAFifthWithOneFailedCheckCostsThreeTenths() {
    List<Line> lines = score(List.of(late(6_000 / 28_800.0), failedCheck(1)), false, ALONE);
    assertThat(lines).extracting(Line::code).containsExactly("OT-1", "RW-1");
    assertThat(sum(lines, STREET)).isEqualTo(0.3);
    assertThat(sum(score(List.of(failedCheck(1)), false, ALONE), STREET)).isEqualTo(0.2);
  }

  @Test
  void s50_aFalseFeedbackCostsOneBesideItsFailedCheck() {
    List<Fault> faults = List.of(failedCheck(1), Fault.of("falseFeedback", STREET, 1));
    assertThat(sum(score(faults, false, ALONE), STREET)).isEqualTo(1.2);
  }

  @Test
  void s53_aLeadersCaseCostsTwiceTheSum() {
    List<Line> lines = score(List.of(late(1.0), failedCheck(1)), true, ALONE);
    assertThat(lines).extracting(Line::code).containsExactly("OT-2", "RW-1");
    assertThat(sum(lines, STREET)).isEqualTo(0.8);
  }

  @Test
  void s55_aSubstitutedCaseCostsItsOverdueAndOnePointMore() {
    List<Fault> faults = List.of(late((20 - 8) / 8.0), Fault.of("substitute", STREET, 1));
    List<Line> lines = score(faults, false, ALONE);
    assertThat(lines).extracting(Line::code).containsExactly("OT-3", "SR");
    assertThat(sum(lines, STREET)).isEqualTo(1.3);
  }

  @Test
  void theThirdFailedCheckCostsMoreThanTheFirstTwo() {
    List<Fault> faults = List.of(failedCheck(1), failedCheck(2), failedCheck(3), failedCheck(4));
    assertThat(sum(score(faults, false, ALONE), STREET)).isEqualTo(1.4);
  }

  @Test
  void ofSeveralStagesTheWorstIsJudgedAndNotTheirSum() {
    Fault fence = Fault.overdue(STREET, 0.2, true);
    Fault repair = Fault.overdue(STREET, 0.6, true);
    Fault surface = Fault.overdue(STREET, 1.2, false);
    List<Line> lines = score(List.of(fence, repair, surface), false, ALONE);
    assertThat(lines).extracting(Line::code).containsExactly("OT-2");
    assertThat(sum(lines, STREET)).as("0.2 doubled is worse than 0.3").isEqualTo(0.4);
  }

  @Test
  void eachUnitBearsItsOwnFaultsAndOnlyTheMainUnitsAreShared() {
    List<Fault> faults = new ArrayList<>(List.of(late(0.1)));
    faults.add(Fault.of("buckPassing", "DRAIN-CO", 1));
    List<Line> lines = score(faults, true, new Sharing(STREET, List.of(TELECOM), "70/30"));
    assertThat(sum(lines, "DRAIN-CO")).isEqualTo(2.0);
    assertThat(sum(lines, STREET)).isEqualTo(0.14);
    assertThat(sum(lines, TELECOM)).isEqualTo(0.06);
  }

  @Test
  void everySharingAddsUpToThePointsShared() {
    Sharing three = new Sharing(STREET, List.of("A", "B", "C"), null);
    var shared = three.of(new BigDecimal("0.1"), () -> new BigDecimal("0.6"));
    assertThat(shared.values()).extracting(BigDecimal::doubleValue).contains(0.06, 0.013, 0.014);
    assertThat(shared.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("0.1");
    Sharing named = new Sharing(STREET, List.of("A", "B"), "50/30/20");
    var byName = named.of(BigDecimal.ONE, () -> BigDecimal.TEN);
    assertThat(byName).containsOnlyKeys(STREET, "A", "B");
    assertThat(byName.get("A")).isEqualByComparingTo("0.3");
    assertThat(byName.get("B")).isEqualByComparingTo("0.2");
  }

  @Test
  void whereNothingWentWrongNothingIsAsked() {
    Scoring nobodyAsks =
        new Scoring(
            question -> {
              throw new AssertionError("asked " + question);
            });
    assertThat(nobodyAsks.score(List.of(), true, new Sharing(STREET, List.of(TELECOM), null)))
        .isEmpty();
  }
}
