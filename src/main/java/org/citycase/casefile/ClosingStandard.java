package org.citycase.casefile;

import org.citycase.rules.Decision;
import org.citycase.rules.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * Asks the table {@code closing-standard}: which evidence a feedback needs, and whether a checked
 * case is closed by itself, by the duty leader, or goes back.
 */
@Component
public class ClosingStandard {

  private static final String TABLE = "closing-standard";

  private final DecisionTables tables;

  ClosingStandard(DecisionTables tables) {
    this.tables = tables;
  }

  /** Asks for the case as it stands and keeps the receipt with it. */
  public Decision<Closing> ask(CaseFile file) {
    return tables.ask(file.number(), TABLE, question(file), Closing.class);
  }

  /** What the standard would say of the case as it stands; keeps no receipt. */
  public Closing peek(CaseFile file) {
    return tables.peekFor(file.number(), TABLE, question(file), Closing.class).answer();
  }

  /** What the standard demands of the work, whatever a check has found already: 结案条件. */
  public Closing demanded(CaseFile file) {
    return tables.peekFor(file.number(), TABLE, question(file, "none"), Closing.class).answer();
  }

  private static ClosingQuestion question(CaseFile file) {
    return question(file, file.checkResult());
  }

  private static ClosingQuestion question(CaseFile file, String checkResult) {
    return new ClosingQuestion(
        file.condition(),
        file.category(),
        file.reported().channel().code(),
        checkResult,
        file.reworkCount());
  }
}
