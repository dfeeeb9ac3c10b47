package org.citycase.handle;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citycase.access.Viewer;
import org.citycase.casefile.CaseFacts;
import org.citycase.casefile.CaseFile;
import org.springframework.stereotype.Component;

/** Which contractor was ordered in place of the unit (代整改), and what the unit is charged with. */
@Component
class SubstituteFacts implements CaseFacts {

  @Override
  public Map<String, Object> of(CaseFile file, Viewer viewer) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("substitute", file.assignment().contractor() == null ? null : substitute(file));
    return facts;
  }

  private static Map<String, Object> substitute(CaseFile file) {
    Map<String, Object> substitute = new LinkedHashMap<>();
    substitute.put("contractor", file.assignment().contractor());
    substitute.put("cost", file.assignment().substituteCost());
    return substitute;
  }
}
