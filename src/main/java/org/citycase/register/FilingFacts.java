package org.citycase.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.Filing;
import org.citycase.casefile.FilingStandard;
import org.citycase.casefile.TaskFacts;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Condition;
import org.springframework.stereotype.Component;

/** What operators and duty leaders choose from: filing conditions, and cases it may duplicate. */
@Component
class FilingFacts implements TaskFacts {

  private static final Set<String> TASKS = Set.of("user_acceptReport", "user_fileCase");

  private final Catalogue catalogue;
  private final FilingStandard standard;
  private final Duplicates duplicates;

  FilingFacts(Catalogue catalogue, FilingStandard standard, Duplicates duplicates) {
    this.catalogue = catalogue;
    this.standard = standard;
    this.duplicates = duplicates;
  }

  @Override
  public Map<String, Object> of(String taskKey, CaseFile file) {
    if (!TASKS.contains(taskKey)) {
      return Map.of();
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(
        "conditions",
        catalogue.conditionsOf(file.category()).stream()
            .map(condition -> choice(file, condition))
            .toList());
    facts.put("duplicates", duplicates.openLike(file).stream().map(FilingFacts::alike).toList());
    facts.put("proposal", file.condition() == null ? null : Map.of("condition", file.condition()));
    return facts;
  }

  private Map<String, Object> choice(CaseFile file, Condition condition) {
    Filing filing = standard.peek(file, condition.id());
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("id", condition.id());
    choice.put("textZh", condition.textZh());
    choice.put("textEn", condition.textEn());
    choice.put("decision", filing.decision());
    choice.put(
        "limit",
        filing.limitValue() < 1
            ? null
            : Map.of("value", filing.limitValue(), "unit", filing.limitUnit()));
    choice.put(
        "measure",
        filing.quantity().isEmpty()
            ? null
            : Map.of("quantity", filing.quantity(), "unit", filing.measureUnit()));
    return choice;
  }

  private static Map<String, Object> alike(Duplicates.Alike alike) {
    return Map.of(
        "number", alike.file().number(),
        "state", alike.file().state(),
        "distanceMetres", Math.round(alike.metres()),
        "reportedAt", alike.file().reported().reportedAt());
  }
}
