package org.citycase.handle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.ClosingStandard;
import org.citycase.casefile.TaskFacts;
import org.springframework.stereotype.Component;

/** Which photos the closing standard demands with a feedback. */
@Component
class EvidenceFacts implements TaskFacts {

  private static final Set<String> TASKS = Set.of("user_handleCase", "user_substituteCase");

  private final ClosingStandard standard;

  EvidenceFacts(ClosingStandard standard) {
    this.standard = standard;
  }

  @Override
  public Map<String, Object> of(String taskKey, CaseFile file) {
    if (!TASKS.contains(taskKey)) {
      return Map.of();
    }
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("kind", "after");
    evidence.put("required", standard.peek(file).afterPhotos());
    evidence.put("since", file.course().handlingSince());
    return Map.of("evidence", evidence);
  }
}
