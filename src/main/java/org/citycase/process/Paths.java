package org.citycase.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The paths of the cases through their diagrams, complete for ever: they are ours and do not go
 * when the engine's history is cleaned.
 */
@Service
public class Paths {

  private final JdbcClient jdbc;
  private final DrawnDiagrams diagrams;

  Paths(JdbcClient jdbc, DrawnDiagrams diagrams) {
    this.jdbc = jdbc;
    this.diagrams = diagrams;
  }

  private record Place(String instanceId, String definitionId) {}

  /** The walks of the case, the one that began first in front; none for an unknown number. */
  public List<Walk> of(String caseNumber) {
    Map<Place, List<Visit>> walks = new LinkedHashMap<>();
    jdbc.sql(
            "SELECT instance_id, definition_id, element, element_kind, from_at, to_at, canceled"
                + " FROM cc_visit WHERE case_number = ? ORDER BY seq")
        .param(caseNumber)
        .query(
            row -> {
              Place place = new Place(row.getString("instance_id"), row.getString("definition_id"));
              long to = row.getLong("to_at");
              Instant left = row.wasNull() ? null : Instant.ofEpochMilli(to);
              List<Visit> visits = walks.computeIfAbsent(place, begun -> new ArrayList<>());
              visits.add(
                  new Visit(
                      0,
                      row.getString("element"),
                      row.getString("element_kind"),
                      Instant.ofEpochMilli(row.getLong("from_at")),
                      left,
                      row.getBoolean("canceled")));
            });
    return walks.entrySet().stream()
        .map(each -> walk(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(walk -> walk.visits().get(0).from()))
        .toList();
  }

  private Walk walk(Place place, List<Visit> visits) {
    DrawnDiagram diagram = diagrams.of(place.definitionId());
    return new Walk(
        place.instanceId(),
        place.definitionId(),
        diagram.key(),
        diagram.version(),
        diagram.deployedAt(),
        numbered(visits),
        diagram.taken(visits));
  }

  private static List<Visit> numbered(List<Visit> all) {
    List<Visit> visits = new ArrayList<>();
    for (Visit one : all) {
      if (!one.isBody()) {
        visits.add(
            new Visit(
                visits.size() + 1,
                one.element(),
                one.kind(),
                one.from(),
                one.to(),
                one.canceled()));
      }
    }
    return visits;
  }

  /** Whether a case walked on this version of a diagram. */
  boolean isWalked(String definitionId) {
    return !jdbc.sql("SELECT seq FROM cc_visit WHERE definition_id = ? LIMIT 1")
        .param(definitionId)
        .query(Long.class)
        .list()
        .isEmpty();
  }

  /** The BPMN text of a version of a diagram; refuses one that is not there. */
  public String diagram(String definitionId) {
    return diagrams.text(definitionId);
  }

  /** What the elements of a version of a diagram are called, by their ids. */
  public Map<String, String> names(String definitionId) {
    return diagrams.of(definitionId).names();
  }
}
