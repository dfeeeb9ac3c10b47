package org.citycase.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.TaskFacts;
import org.citycase.standard.Units;
import org.springframework.stereotype.Component;

/** What dispatchers and coordinators choose from, and which unit the table would take. */
@Component
class UnitFacts implements TaskFacts {

  private static final Set<String> TASKS =
      Set.of("user_dispatchCase", "user_coordinateCase", "user_decideReturn");

  private final Units units;
  private final ResponsibleUnits responsible;

  UnitFacts(Units units, ResponsibleUnits responsible) {
    this.units = units;
    this.responsible = responsible;
  }

  @Override
  public Map<String, Object> of(String taskKey, CaseFile file) {
    if (!TASKS.contains(taskKey)) {
      return Map.of();
    }
    String proposed = responsible.propose(file).unit();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("units", units.all());
    boolean another = proposed != null && !proposed.equals(file.assignment().unit());
    facts.put("proposal", another ? Map.of("unit", proposed) : null);
    return facts;
  }
}
