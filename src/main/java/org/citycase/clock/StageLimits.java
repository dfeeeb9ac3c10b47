package org.citycase.clock;

import org.citycase.Refusal;
import org.citycase.rules.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * How long each stage of a case may take, and whether a rule or a person does it: the answers of
 * the table {@code stage-limits}, with one receipt for each stage.
 */
@Component
public class StageLimits {

  private static final String TABLE = "stage-limits";
  private static final String RULE = "rule";
  private static final String ANY_CHANNEL = "hotline";

  private final DecisionTables tables;

  StageLimits(DecisionTables tables) {
    this.tables = tables;
  }

  /** What the table says about a stage ({@code accept}, {@code verify}, …) of this case. */
  public StageLimit of(String caseNumber, String stage, String channel) {
    return tables
        .ask(caseNumber, TABLE, new StageLimitQuestion(stage, channel), StageLimit.class)
        .answer();
  }

  /**
   * Whether a rule does the stage. When it does, this answer leaves the receipt; when a person
   * does, the task's due instant will.
   */
  public boolean byRule(String caseNumber, String stage, String channel) {
    StageLimit peeked =
        tables
            .peekFor(caseNumber, TABLE, new StageLimitQuestion(stage, channel), StageLimit.class)
            .answer();
    return peeked.by().equals(RULE) && of(caseNumber, stage, channel).by().equals(RULE);
  }

  /** Whether the table has a limit for a stage of this name. */
  public boolean knows(String stage) {
    try {
      tables.peek(TABLE, new StageLimitQuestion(stage, ANY_CHANNEL), StageLimit.class);
      return true;
    } catch (Refusal noRow) {
      return false;
    }
  }
}
