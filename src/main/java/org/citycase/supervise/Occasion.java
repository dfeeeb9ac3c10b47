package org.citycase.supervise;

import static org.citycase.supervise.EscalationQuestion.SHARE;

/**
 * Why somebody is told.
 *
 * @param trigger of the table, or {@code supervise} and {@code leaderInstruction} of persons
 * @param run the clock's round and extensions when it is about the limit
 * @param share percent of the limit, 0 when it is not about the limit
 * @param count which time it is, 0 when it may happen any number of times; of a share, how often
 *     before
 * @param row of the table; null when a person said so
 * @param note in plain words; null when the table's row says it all
 */
record Occasion(String trigger, Escalation.Run run, int share, int count, String row, String note) {

  static Occasion of(String trigger, int count, String note) {
    return new Occasion(trigger, Escalation.Run.NONE, 0, count, null, note);
  }

  /**
   * @param before how often the clock came to this share under the same run: a new calendar may
   *     take time back
   */
  static Occasion ofShare(Escalation.Run run, int share, int before) {
    return new Occasion(SHARE, run, share, before, null, null);
  }

  Occasion byRow(String answered) {
    return new Occasion(trigger, run, share, count, answered, note);
  }

  /** Names what may happen once only; what persons say may be said again and again. */
  String key(String level, int seq) {
    if (trigger.equals(SHARE)) {
      return "share/%d/%d/%d/%d".formatted(run.round(), run.extensions(), share, count);
    }
    return count == 0
        ? "%s/#%d".formatted(trigger, seq)
        : "%s/%s/%d".formatted(trigger, level, count);
  }
}
