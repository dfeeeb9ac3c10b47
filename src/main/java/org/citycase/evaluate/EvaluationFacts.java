package org.citycase.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citycase.access.Viewer;
import org.citycase.casefile.CaseDesk;
import org.citycase.casefile.CaseFacts;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseState;
import org.springframework.stereotype.Component;

/** What became of a case afterwards: false feedback, linked cases, the appeal. */
@Component
class EvaluationFacts implements CaseFacts {

  private final CaseDesk desk;
  private final AppealStore appeals;

  EvaluationFacts(CaseDesk desk, AppealStore appeals) {
    this.desk = desk;
    this.appeals = appeals;
  }

  @Override
  public Map<String, Object> of(CaseFile file, Viewer viewer) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("falseFeedbackCount", file.falseFeedbackCount());
    facts.put("parentCase", file.parentCase());
    boolean closed = file.state() == CaseState.CLOSED;
    facts.put("linkedCases", closed ? desk.linkedTo(file.number()) : List.of());
    facts.put("appeal", closed ? appeal(file.number()) : null);
    return facts;
  }

  private Map<String, Object> appeal(String number) {
    return appeals.findById(number).map(Appeal::facts).orElse(null);
  }
}
