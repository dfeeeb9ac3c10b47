package org.citycase.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  private final Assignment assignment = new Assignment();

  @Test
  void aCaseIsDispatchedAccuratelyUntilAnotherUnitGetsIt() {
    assignment.to("DRAIN-CO");
    assignment.to("DRAIN-CO");
    assertThat(assignment.isAccurate()).isTrue();
    assignment.to("WATER-CO");
    assertThat(assignment.isAccurate()).isFalse();
    assignment.to("DRAIN-CO");
    assertThat(assignment.isAccurate()).as("moved once is moved for ever").isFalse();
    assertThat(assignment.firstUnit()).isEqualTo("DRAIN-CO");
  }

  @Test
  void aCoUnitHelpsUntilItsSubTaskIsDone() {
    assignment.coordinate(List.of("DRAIN-CO", "TELECOM-CO"), null);
    assertThat(assignment.stillToHelp()).containsExactly("DRAIN-CO", "TELECOM-CO");
    assignment.helpedBy("DRAIN-CO");
    assertThat(assignment.stillToHelp()).containsExactly("TELECOM-CO");
    assignment.helpedBy("TELECOM-CO");
    assertThat(assignment.stillToHelp()).isEmpty();
    assertThat(assignment.helped()).containsExactly("DRAIN-CO", "TELECOM-CO");
  }

  @Test
  void onlyTheRequestOfAHandlerWhomSomebodyElseNamedIsReviewedByTheUnit() {
    assignment.to("SANITATION-A");
    assertThat(assignment.isReviewedFor("sanitation-a-1")).isFalse();
    assignment.accepted("sanitation-a", "sanitation-a-1");
    assertThat(assignment.isReviewedFor("sanitation-a-1")).isTrue();
    assertThat(assignment.isReviewedFor("sanitation-a")).isFalse();
    assignment.accepted("sanitation-a-1", null);
    assertThat(assignment.isReviewedFor("sanitation-a-1")).isFalse();
  }

  @Test
  void anotherUnitBeginsWithoutHandler() {
    assignment.to("DRAIN-CO");
    assignment.accepted("drain-co", "张师傅");
    assignment.to("WATER-CO");
    assertThat(assignment.handler()).isNull();
    assertThat(assignment.isReviewedFor("drain-co")).isFalse();
  }
}
