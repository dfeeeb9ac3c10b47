package org.citycase.casefile;

import org.citycase.rules.Decision;
import org.citycase.rules.DecisionTables;
import org.springframework.stereotype.Component;

/** Asks the table {@code emergency-stages}: what follows the stage of an emergency that is done. */
@Component
public class EmergencyStages {

  private static final String TABLE = "emergency-stages";

  private final DecisionTables tables;

  EmergencyStages(DecisionTables tables) {
    this.tables = tables;
  }

  /** Asks for the case as it stands and keeps the receipt with it. */
  public Decision<EmergencyStage> ask(CaseFile file) {
    return tables.ask(file.number(), TABLE, question(file), EmergencyStage.class);
  }

  /** What would follow the stage the case is in; keeps no receipt. */
  public EmergencyStage peek(CaseFile file) {
    return tables.peekFor(file.number(), TABLE, question(file), EmergencyStage.class).answer();
  }

  private static EmergencyQuestion question(CaseFile file) {
    return new EmergencyQuestion(file.condition());
  }
}
