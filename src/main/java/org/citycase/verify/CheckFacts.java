package org.citycase.verify;

import java.util.Map;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.ClosingStandard;
import org.citycase.casefile.TaskFacts;
import org.springframework.stereotype.Component;

/** Which photos the closing standard demands of a check. */
@Component
class CheckFacts implements TaskFacts {

  private final ClosingStandard standard;

  CheckFacts(ClosingStandard standard) {
    this.standard = standard;
  }

  @Override
  public Map<String, Object> of(String taskKey, CaseFile file) {
    if (!taskKey.equals("user_checkOnSite")) {
      return Map.of();
    }
    return Map.of(
        "evidence", Map.of("kind", "check", "required", standard.peek(file).checkPhotos()));
  }
}
