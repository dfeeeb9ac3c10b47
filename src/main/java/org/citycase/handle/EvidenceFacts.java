package org.citycase.handle;

import java.util.Map;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.ClosingStandard;
import org.citycase.casefile.TaskFacts;
import org.springframework.stereotype.Component;

/** Which photos the closing standard demands with a feedback. */
@Component
class EvidenceFacts implements TaskFacts {

  private final ClosingStandard standard;

  EvidenceFacts(ClosingStandard standard) {
    this.standard = standard;
  }

  @Override
  public Map<String, Object> of(String taskKey, CaseFile file) {
    if (!taskKey.equals("user_handleCase")) {
      return Map.of();
    }
    return Map.of(
        "evidence", Map.of("kind", "after", "required", standard.peek(file).afterPhotos()));
  }
}
