package org.citycase.handle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.RequestRuling;
import org.citycase.casefile.RequestStandard;
import org.citycase.casefile.TaskFacts;
import org.citycase.casefile.UnitRequest;
import org.springframework.stereotype.Component;

/** What the unit need not even ask: those outcomes its form does not offer, and why. */
@Component
class OfferFacts implements TaskFacts {

  private static final Set<String> TASKS = Set.of("user_acceptWork", "user_handleCase");

  private final RequestStandard standard;

  OfferFacts(RequestStandard standard) {
    this.standard = standard;
  }

  @Override
  public Map<String, Object> of(String taskKey, CaseFile file) {
    if (!TASKS.contains(taskKey)) {
      return Map.of();
    }
    Map<String, String> closed = new LinkedHashMap<>();
    for (String kind : List.of(UnitRequest.RETURN, UnitRequest.EXTENSION, UnitRequest.HOLD)) {
      RequestRuling ruling = standard.peek(file, kind);
      if (ruling.isOutOfQuestion()) {
        closed.put(kind, ruling.sentence());
      }
    }
    return Map.of("notOffered", closed);
  }
}
