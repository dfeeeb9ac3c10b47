package org.citycase.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The walk of a case through one version of a diagram (流转): its main corridor, or an appeal beside
 * it. An instance that was migrated to another version has a walk for each.
 *
 * @param instanceId the engine's process instance
 * @param definitionId the version of the diagram it walked on, for {@link Paths#diagram}
 * @param key the diagram: cityCase or appealCase
 * @param version the diagram's number, from 1
 * @param deployedAt when this version came in force; null when that is no longer known
 * @param visits in the order they began
 * @param flows how often each sequence flow was taken, by the flow's id
 */
public record Walk(
    String instanceId,
    String definitionId,
    String key,
    int version,
    Instant deployedAt,
    List<Visit> visits,
    Map<String, Integer> flows) {

  /** Whether the case still stands somewhere on this diagram. */
  public boolean isOpen() {
    return visits.stream().anyMatch(visit -> visit.to() == null);
  }
}
