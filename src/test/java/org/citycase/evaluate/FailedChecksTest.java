package org.citycase.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.citycase.casefile.CaseDesk.Trail;
import org.junit.jupiter.api.Test;

/** Which faults the log tells of. */
class FailedChecksTest {

  private static final Instant NOW = Instant.parse("2026-03-10T01:00:00Z");

  private static Trail move(String action, String from, String to, String... data) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < data.length; i += 2) {
      facts.put(data[i], data[i + 1]);
    }
    return new Trail(1, NOW, "x", action, from, to, null, facts, facts, null, "", "");
  }

  private static Trail fedBack(String action) {
    return move(action, "HANDLING", "FEEDBACK");
  }

  private static Trail failed(String... data) {
    return move("closeCase", "CHECKING", "HANDLING", data);
  }

  @Test
  void eachUnitsFailedChecksAreCountedForItself() {
    List<Trail> trail =
        List.of(
            fedBack("handleCase"),
            failed("unit", "A"),
            fedBack("handleCase"),
            failed("unit", "A", "falseFeedback", "Photo x was shown before."),
            fedBack("handleCase"),
            failed());
    assertThat(FailedChecks.in(trail, "B"))
        .containsExactly(
            Fault.of("failedCheck", "A", 1),
            Fault.of("failedCheck", "A", 2),
            Fault.of("falseFeedback", "A", 1),
            Fault.of("failedCheck", "B", 1));
  }

  @Test
  void aContractorsFailedCheckIsNoFaultOfTheUnit() {
    List<Trail> trail =
        List.of(
            fedBack("substituteCase"),
            failed("unit", "A"),
            fedBack("handleCase"),
            failed("unit", "A"));
    assertThat(FailedChecks.in(trail, "A")).containsExactly(Fault.of("failedCheck", "A", 1));
  }

  @Test
  void anIncompleteFeedbackIsNoFailedCheck() {
    List<Trail> trail =
        List.of(fedBack("handleCase"), move("reviewFeedback", "FEEDBACK", "HANDLING"));
    assertThat(FailedChecks.in(trail, "A")).isEmpty();
  }
}
