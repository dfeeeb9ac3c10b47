package org.citycase.release;

import org.citycase.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a table is published by another process owner than the one who changed it (四眼原则). A city
 * may switch it off; the list of audits says who did.
 */
@Component
class FourEyes {

  private final JdbcClient database;
  private final RuleLog log;

  FourEyes(JdbcClient database, RuleLog log) {
    this.database = database;
    this.log = log;
  }

  /** The last word of the log; without one four eyes are demanded. */
  boolean areDemanded() {
    return database
        .sql(
            "SELECT action FROM cc_table_log WHERE action IN ('FOUR_EYES_ON', 'FOUR_EYES_OFF')"
                + " ORDER BY seq DESC LIMIT 1")
        .query(String.class)
        .optional()
        .map(RuleLog.Action.FOUR_EYES_ON.name()::equals)
        .orElse(true);
  }

  @Transactional
  public void set(boolean on, String by, String comment) {
    if (comment == null || comment.isBlank()) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED, "comment", "Say why: the comment stays in the list of audits.");
    }
    log.tell(on ? RuleLog.Action.FOUR_EYES_ON : RuleLog.Action.FOUR_EYES_OFF, by, comment.strip());
  }
}
