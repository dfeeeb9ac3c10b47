package org.citycase.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citycase.casefile.CaseDesk.Trail;
import org.citycase.casefile.CaseState;

/**
 * The failed checks of a case as its log tells them (返工), each a fault of the unit that had fed
 * back; a contractor's work is no fault of the unit it stood in for.
 */
final class FailedChecks {

  private static final String SUBSTITUTE = "substituteCase";

  private FailedChecks() {}

  /**
   * The faults in the order they happened.
   *
   * @param unit who answers where an old entry names nobody
   */
  static List<Fault> in(List<Trail> trail, String unit) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    boolean byUnit = true;
    for (Trail entry : trail) {
      if (moved(entry, CaseState.HANDLING, CaseState.FEEDBACK)) {
        byUnit = !entry.action().equals(SUBSTITUTE);
      }
      if (byUnit && moved(entry, CaseState.CHECKING, CaseState.HANDLING)) {
        String held = entry.data().path("unit").asText(unit);
        faults.add(Fault.of("failedCheck", held, counts.merge("check " + held, 1, Integer::sum)));
        if (entry.data().has("falseFeedback")) {
          int count = counts.merge("false " + held, 1, Integer::sum);
          faults.add(Fault.of("falseFeedback", held, count));
        }
      }
    }
    return faults;
  }

  private static boolean moved(Trail entry, CaseState from, CaseState to) {
    return from.name().equals(entry.from()) && to.name().equals(entry.to());
  }
}
