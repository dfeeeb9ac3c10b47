package org.citycase.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.casefile.CaseDesk;
import org.citycase.clock.CityClock;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The path of a case, for whoever may read the case. */
@RestController
@RequestMapping("/api/cases/{number}/path")
class PathController {

  private final Paths paths;
  private final CaseDesk desk;
  private final CurrentUser user;
  private final CityClock clock;

  PathController(Paths paths, CaseDesk desk, CurrentUser user, CityClock clock) {
    this.paths = paths;
    this.desk = desk;
    this.user = user;
    this.clock = clock;
  }

  /**
   * All visits of one element.
   *
   * @param seconds how long they lasted together, by the calendar
   * @param here how many of them last
   */
  record Element(String element, String kind, String name, int visits, long seconds, int here) {}

  /** A walk with what its diagram is to show. */
  record Shown(
      String instanceId,
      String definitionId,
      String key,
      int version,
      Instant deployedAt,
      boolean open,
      List<Visit> visits,
      List<Element> elements,
      Map<String, Integer> flows) {}

  @GetMapping
  List<Shown> path(@PathVariable String number) {
    desk.read(number, user.viewer());
    Instant now = clock.instant();
    return paths.of(number).stream().map(walk -> shown(walk, now)).toList();
  }

  /** The text of a diagram that the case walked on. */
  @GetMapping(path = "/{definitionId}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
  String diagram(@PathVariable String number, @PathVariable String definitionId) {
    desk.read(number, user.viewer());
    if (paths.of(number).stream().noneMatch(walk -> walk.definitionId().equals(definitionId))) {
      throw new Refusal(
          Refusal.Kind.UNKNOWN,
          "Case %s did not walk on a diagram %s: see /api/cases/%s/path for those it did."
              .formatted(number, definitionId, number));
    }
    return paths.diagram(definitionId);
  }

  private Shown shown(Walk walk, Instant now) {
    return new Shown(
        walk.instanceId(),
        walk.definitionId(),
        walk.key(),
        walk.version(),
        walk.deployedAt(),
        walk.isOpen(),
        walk.visits(),
        elements(walk, now),
        walk.flows());
  }

  private List<Element> elements(Walk walk, Instant now) {
    Map<String, String> names = paths.names(walk.definitionId());
    Map<String, Element> elements = new LinkedHashMap<>();
    for (Visit visit : walk.visits()) {
      Element one =
          new Element(
              visit.element(),
              visit.kind(),
              names.getOrDefault(visit.element(), visit.element()),
              1,
              visit.seconds(now),
              visit.to() == null ? 1 : 0);
      elements.merge(one.element(), one, PathController::together);
    }
    return new ArrayList<>(elements.values());
  }

  private static Element together(Element one, Element more) {
    return new Element(
        one.element(),
        one.kind(),
        one.name(),
        one.visits() + more.visits(),
        one.seconds() + more.seconds(),
        one.here() + more.here());
  }
}
