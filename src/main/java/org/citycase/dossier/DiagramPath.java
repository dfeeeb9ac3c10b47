package org.citycase.dossier;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.citycase.process.Visit;
import org.citycase.process.Walk;

/**
 * What a walk left on each element of its diagram.
 *
 * @param flows how often each sequence flow was taken
 */
record DiagramPath(Map<String, Stay> stays, Map<String, Integer> flows) {

  /**
   * All visits of one element.
   *
   * @param seconds how long they lasted together, by the calendar
   * @param here whether the case stands there now
   */
  record Stay(int visits, long seconds, boolean here) {

    private Stay and(Stay more) {
      return new Stay(visits + more.visits, seconds + more.seconds, here || more.here);
    }
  }

  static DiagramPath of(Walk walk, Instant now) {
    Map<String, Stay> stays = new HashMap<>();
    for (Visit visit : walk.visits()) {
      stays.merge(visit.element(), new Stay(1, visit.seconds(now), visit.to() == null), Stay::and);
    }
    return new DiagramPath(stays, walk.flows());
  }
}
