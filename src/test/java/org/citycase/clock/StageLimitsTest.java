package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycase.clock.Calendars.shanghai;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.citycase.rules.Decision;
import org.citycase.rules.DecisionTables;
import org.junit.jupiter.api.Test;

class StageLimitsTest {

  private final DecisionTables tables = mock(DecisionTables.class);
  private final StageLimits limits =
      new StageLimits(tables, Calendars.calendar(Calendars.reference()));

  @Test
  void s22_aDispatchLimitOfFifteenMinutesRunsOnTheClock() {
    answers("dispatch", new StageLimit("person", 15, "minute"));
    Due due = limits.due("K1", "dispatch", "collector", shanghai("2026-03-18T09:00"));
    assertThat(due).isEqualTo(new Due(shanghai("2026-03-18T09:15"), false));
  }

  @Test
  void aStageMayHaveALimitInWorkingTime() {
    answers("callBack", new StageLimit("person", 4, "work_hour"));
    Due due = limits.due("K1", "callBack", "collector", shanghai("2026-03-13T17:30"));
    assertThat(due).isEqualTo(new Due(shanghai("2026-03-16T11:30"), false));
  }

  private void answers(String stage, StageLimit answer) {
    var question = new StageLimitQuestion(stage, "collector");
    when(tables.ask("K1", "stage-limits", question, StageLimit.class))
        .thenReturn(new Decision<>(answer, "stage-limits", "v1", "P1"));
  }
}
