package org.citycase.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citycase.access.Viewer;
import org.springframework.stereotype.Component;

/** What the interface tells of a unit's requests, and whether the case was dispatched rightly. */
@Component
class RequestFacts implements CaseFacts {

  private final Requests requests;

  RequestFacts(Requests requests) {
    this.requests = requests;
  }

  /** A request as the interface shows it. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Shown(
      int seq,
      String kind,
      String unit,
      String askedBy,
      Instant askedAt,
      String reason,
      String newGround,
      LocalDate until,
      UnitRequest.State state,
      String reviewedBy,
      String decidedBy,
      Instant decidedAt,
      String decisionReason,
      String row,
      boolean buckPassing) {

    static Shown of(UnitRequest one) {
      return new Shown(
          one.seq(),
          one.kind(),
          one.unit(),
          one.askedBy(),
          one.askedAt(),
          one.reason(),
          one.newGround(),
          one.untilDate(),
          one.state(),
          one.reviewedBy(),
          one.decidedBy(),
          one.decidedAt(),
          one.decisionReason(),
          one.rowId(),
          one.buckPassing());
    }
  }

  @Override
  public Map<String, Object> of(CaseFile file, Viewer viewer) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("requests", requests.of(file.number()).stream().map(Shown::of).toList());
    facts.put("accurateDispatch", file.assignment().isAccurate());
    facts.put("firstUnit", file.assignment().firstUnit());
    facts.put("coordinated", file.assignment().isCoordinated());
    facts.put("split", file.assignment().split());
    facts.put("coUnitsDone", file.assignment().helped());
    return facts;
  }
}
