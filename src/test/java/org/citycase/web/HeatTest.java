package org.citycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.citycase.process.Bottlenecks.Step;
import org.junit.jupiter.api.Test;

class HeatTest {

  private static final List<Step> STEPS =
      List.of(
          step("handle", "subProcess", 900_000),
          step("user_handleCase", "userTask", 100_000),
          step("user_acceptWork", "userTask", 4_000),
          step("user_closeCase", "userTask", 0));

  private static Step step(String element, String kind, long median) {
    return new Step(element, kind, element, 5, 4, 1, 0, 0, null, median, median, median, median);
  }

  @Test
  void theHottestWorkHasTheHottestColourAndWhatHoldsOthersHasNone() {
    assertThat(Heat.MEDIAN.levels(STEPS)).containsExactly(0, 5, 1, 0);
    assertThat(Heat.WAITING.levels(STEPS)).containsOnly(0);
  }

  @Test
  void theScaleTellsUpToWhichFigureEachColourGoes() {
    assertThat(Heat.LOOPS.scale(STEPS, new Speech(true, ZoneOffset.UTC)))
        .hasSize(5)
        .last()
        .isEqualTo("1");
    assertThat(Heat.MEDIAN.scale(STEPS, new Speech(true, ZoneOffset.UTC)))
        .first()
        .isEqualTo("1 h 6 min");
    assertThat(Heat.WAITING.scale(STEPS, new Speech(true, ZoneOffset.UTC))).isEmpty();
  }
}
