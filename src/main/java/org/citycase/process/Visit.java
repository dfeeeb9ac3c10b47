package org.citycase.process;

import java.time.Instant;

/**
 * One stay of a case at one element of its diagram (经过). Gateways, events and automatic tasks are
 * passed within an instant; tasks, waiting events and sub-processes last.
 *
 * @param seq order within the walk, from 1
 * @param element the element's id in the diagram; of a multi-instance task the task's own id, once
 *     for each instance; the body around them is no visit
 * @param kind the engine's type of the element: userTask, subProcess, exclusiveGateway, …
 * @param to when it was left; null while the case stands there
 * @param canceled whether it was left without being done: by a boundary event, a terminating end or
 *     an intervention
 */
public record Visit(
    int seq, String element, String kind, Instant from, Instant to, boolean canceled) {

  private static final String BODY = "multiInstanceBody";

  /** Whether it is the body around the instances of a multi-instance task: no place of its own. */
  boolean isBody() {
    return kind.equals(BODY);
  }

  /** The element as the flows know it. */
  String drawn() {
    return isBody() ? element.replace("#" + BODY, "") : element;
  }

  /** How long it lasted, in seconds by the calendar; until this instant while it lasts. */
  public long seconds(Instant now) {
    return Math.max(0, (to == null ? now : to).getEpochSecond() - from.getEpochSecond());
  }
}
