package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which flows were taken follows from the visits. */
class DrawnDiagramTest {

  private static final Instant BEGIN = Instant.parse("2026-03-10T01:00:00Z");

  private final List<Visit> visits = new ArrayList<>();

  private void visit(String element, String kind, int from, Integer to, boolean canceled) {
    visits.add(
        new Visit(
            visits.size() + 1,
            element,
            kind,
            BEGIN.plusSeconds(from),
            to == null ? null : BEGIN.plusSeconds(to),
            canceled));
  }

  private Map<String, Integer> taken(String... flows) {
    List<DrawnDiagram.Flow> drawn = new ArrayList<>();
    for (String flow : flows) {
      String[] ends = flow.split(">");
      drawn.add(new DrawnDiagram.Flow(flow, ends[0], ends[1]));
    }
    return new DrawnDiagram("d:1:x", "d", 1, null, Map.of(), drawn).taken(visits);
  }

  @Test
  void aLoopIsCountedEachTime() {
    visit("start", "startEvent", 0, 0, false);
    visit("work", "userTask", 0, 10, false);
    visit("good", "exclusiveGateway", 10, 10, false);
    visit("work", "userTask", 10, 20, false);
    visit("good", "exclusiveGateway", 20, 20, false);
    visit("end", "noneEndEvent", 20, 20, false);
    assertThat(taken("start>work", "work>good", "good>work", "good>end"))
        .isEqualTo(Map.of("start>work", 1, "work>good", 2, "good>work", 1, "good>end", 1));
  }

  @Test
  void aForkLeadsOnByAllItsFlows() {
    visit("fork", "parallelGateway", 0, 0, false);
    visit("left", "userTask", 0, 5, false);
    visit("right", "userTask", 0, null, false);
    assertThat(taken("fork>left", "fork>right")).isEqualTo(Map.of("fork>left", 1, "fork>right", 1));
  }

  @Test
  void whatWasCanceledOrLastsLedNowhere() {
    visit("work", "userTask", 0, 5, true);
    visit("wait", "userTask", 0, null, false);
    visit("end", "noneEndEvent", 5, 5, false);
    assertThat(taken("work>end", "wait>end")).isEmpty();
  }

  @Test
  void theBodyOfAMultiInstanceTaskIsReachedAndLeftOnce() {
    visit("fork", "parallelGateway", 0, 0, false);
    visit("help#multiInstanceBody", "multiInstanceBody", 0, 9, false);
    visit("help", "userTask", 0, 5, false);
    visit("help", "userTask", 0, 9, false);
    visit("end", "noneEndEvent", 9, 9, false);
    assertThat(taken("fork>help", "help>end")).isEqualTo(Map.of("fork>help", 1, "help>end", 1));
  }

  @Test
  void aVersionThatIsGoneIsStillNamed() {
    DrawnDiagram gone = DrawnDiagram.gone("cityCase:12:abc");
    assertThat(gone.key()).isEqualTo("cityCase");
    assertThat(gone.version()).isEqualTo(12);
    assertThat(DrawnDiagram.gone("odd").version()).isZero();
  }
}
