package org.citycase.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citycase.process.Visit;
import org.citycase.process.Walk;

/**
 * A walk as the page draws it and as the table below the drawing tells it.
 *
 * @param flows the sequence flows taken, parted by blanks
 * @param steps one for each element, in the order of the first visit
 */
record WalkPicture(
    String key,
    String definitionId,
    int version,
    Instant deployedAt,
    boolean open,
    String flows,
    List<Step> steps) {

  private static final Set<String> LASTING =
      Set.of("userTask", "receiveTask", "intermediateTimer", "intermediateMessageCatch");

  /**
   * All visits to one element.
   *
   * @param lasting whether a case stays there; the others it passes within an instant
   * @param work whether somebody has to do it
   * @param seconds of all visits, by the calendar
   * @param to the end of the last visit; null while the case stands there
   */
  record Step(
      String element,
      String name,
      boolean lasting,
      boolean work,
      int visits,
      long canceled,
      long seconds,
      Instant from,
      Instant to,
      boolean now) {}

  static WalkPicture of(Walk walk, Map<String, String> names, Instant at) {
    Map<String, List<Visit>> byElement = new LinkedHashMap<>();
    walk.visits()
        .forEach(
            visit -> byElement.computeIfAbsent(visit.element(), e -> new ArrayList<>()).add(visit));
    List<Step> steps = new ArrayList<>();
    byElement.forEach(
        (element, visits) ->
            steps.add(step(names.getOrDefault(element, element).replace('\n', ' '), visits, at)));
    return new WalkPicture(
        walk.key(),
        walk.definitionId(),
        walk.version(),
        walk.deployedAt(),
        walk.isOpen(),
        String.join(" ", walk.flows().keySet()),
        steps);
  }

  private static Step step(String name, List<Visit> visits, Instant at) {
    Visit first = visits.get(0);
    boolean now = visits.stream().anyMatch(visit -> visit.to() == null);
    return new Step(
        first.element(),
        name,
        LASTING.contains(first.kind()),
        first.kind().equals("userTask"),
        visits.size(),
        visits.stream().filter(Visit::canceled).count(),
        visits.stream().mapToLong(visit -> visit.seconds(at)).sum(),
        first.from(),
        now ? null : visits.stream().map(Visit::to).max(Comparator.naturalOrder()).orElseThrow(),
        now);
  }
}
