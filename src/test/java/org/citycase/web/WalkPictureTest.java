package org.citycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citycase.process.Visit;
import org.citycase.process.Walk;
import org.junit.jupiter.api.Test;

class WalkPictureTest {

  private static final Instant NINE = Instant.parse("2026-03-13T01:00:00Z");
  private static final Instant TEN = NINE.plusSeconds(3_600);
  private static final Instant ELEVEN = TEN.plusSeconds(3_600);

  private static WalkPicture drawn(Visit... visits) {
    Walk walk =
        new Walk("i1", "cityCase:3:d", "cityCase", 3, NINE, List.of(visits), Map.of("flow_a", 1));
    return WalkPicture.of(walk, Map.of("user_handleCase", "处置\nHandle case"), ELEVEN);
  }

  @Test
  void visitsToOneElementAreOneStepWithTheirTimeTogether() {
    WalkPicture picture =
        drawn(
            new Visit(1, "user_handleCase", "userTask", NINE, NINE.plusSeconds(60), true),
            new Visit(2, "user_handleCase", "userTask", TEN, TEN.plusSeconds(120), false));

    assertThat(picture.steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.name()).isEqualTo("处置 Handle case");
              assertThat(step.visits()).isEqualTo(2);
              assertThat(step.canceled()).isEqualTo(1);
              assertThat(step.seconds()).isEqualTo(180);
              assertThat(step.to()).isEqualTo(TEN.plusSeconds(120));
              assertThat(step.now()).isFalse();
            });
    assertThat(picture.open()).isFalse();
  }

  @Test
  void aStepTheCaseStandsAtHasNoEndAndCountsUntilNow() {
    WalkPicture picture =
        drawn(
            new Visit(1, "gateway_taken", "exclusiveGateway", NINE, NINE, false),
            new Visit(2, "user_handleCase", "userTask", TEN, null, false));

    assertThat(picture.steps()).extracting(WalkPicture.Step::now).containsExactly(false, true);
    assertThat(picture.steps()).extracting(WalkPicture.Step::lasting).containsExactly(false, true);
    assertThat(picture.steps().get(1).seconds()).isEqualTo(3_600);
    assertThat(picture.steps().get(1).to()).isNull();
  }

  @Test
  void anElementTheDiagramDoesNotNameGoesByItsId() {
    assertThat(drawn(new Visit(1, "end_x", "noneEndEvent", NINE, NINE, false)).steps())
        .extracting(WalkPicture.Step::name)
        .containsExactly("end_x");
  }
}
