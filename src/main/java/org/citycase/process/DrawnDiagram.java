package org.citycase.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One version of a diagram as it is drawn: the names of its elements and the flows between them.
 *
 * @param deployedAt when it came in force; null when its deployment is not there any more
 * @param names of every element that has one, Chinese and English in one line, by its id
 */
record DrawnDiagram(
    String definitionId,
    String key,
    int version,
    Instant deployedAt,
    Map<String, String> names,
    List<Flow> flows) {

  private static final Set<String> SPLITS = Set.of("parallelGateway", "inclusiveGateway");

  /** A sequence flow and the elements at its ends. */
  record Flow(String id, String from, String to) {}

  /** A version whose text is not there any more, as its id tells it: {@code cityCase:3:…}. */
  static DrawnDiagram gone(String definitionId) {
    String[] parts = definitionId.split(":");
    int version = parts.length > 1 && parts[1].matches("\\d{1,9}") ? Integer.parseInt(parts[1]) : 0;
    return new DrawnDiagram(definitionId, parts[0], version, null, Map.of(), List.of());
  }

  /**
   * How often each flow was taken. The engine does not keep that; it follows from the visits: what
   * led to an element is the flow from the one that was left last before, and each visit leads on
   * once, except where the path splits.
   */
  Map<String, Integer> taken(List<Visit> all) {
    List<Visit> visits = withoutInstances(all);
    Map<String, Integer> taken = new TreeMap<>();
    Set<Object> used = new HashSet<>();
    for (int here = 0; here < visits.size(); here++) {
      Step step = before(visits, here, used);
      if (step != null) {
        used.add(step.once());
        taken.merge(step.flow().id(), 1, Integer::sum);
      }
    }
    return taken;
  }

  /** Flows lead to the body of a multi-instance task and on from there. */
  private static List<Visit> withoutInstances(List<Visit> all) {
    Set<String> bodies = new HashSet<>();
    all.stream().filter(Visit::isBody).forEach(body -> bodies.add(body.drawn()));
    return all.stream()
        .filter(visit -> visit.isBody() || !bodies.contains(visit.element()))
        .toList();
  }

  /** That a visit was left by a flow. */
  private record Step(Visit left, Flow flow) {

    /** What must not happen twice: this flow, or any flow where only one may be taken. */
    Object once() {
      return SPLITS.contains(left.kind()) ? this : left;
    }
  }

  private Step before(List<Visit> visits, int here, Set<Object> used) {
    Visit visit = visits.get(here);
    List<Flow> incoming = new ArrayList<>(flows);
    incoming.removeIf(flow -> !flow.to().equals(visit.drawn()));
    Step last = null;
    for (Flow flow : incoming) {
      for (int i = 0; i < here; i++) {
        Step step = new Step(visits.get(i), flow);
        if (step.left().drawn().equals(flow.from())
            && leads(step.left(), visit)
            && !used.contains(step.once())
            && (last == null || !step.left().to().isBefore(last.left().to()))) {
          last = step;
        }
      }
    }
    return last;
  }

  private static boolean leads(Visit from, Visit to) {
    return from.to() != null && !from.canceled() && !from.to().isAfter(to.from());
  }
}
