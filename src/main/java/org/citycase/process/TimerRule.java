package org.citycase.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a timer of the diagram waits for, as its {@code timeDate} says it. Every timer of a case is
 * one of these, so that each can be moved, checked and mended with the clock.
 *
 * @param percent of the limit, for {@link Kind#SHARE}; else 0
 */
record TimerRule(Kind kind, int percent) {

  static final String EXAMPLES =
      "${stageTimer.at(execution, 80)}, ${stageTimer.nextEscalation(execution)} or"
          + " ${stageTimer.holdEnd(execution)}";

  /** The property of an activity that holds the rule of its timer. */
  static final String PROPERTY = "citycase.timer";

  private static final Pattern SHARE =
      Pattern.compile("\\$\\{\\s*stageTimer\\.at\\(execution,\\s*(\\d{1,4})\\)\\s*}");
  private static final Pattern OTHER =
      Pattern.compile("\\$\\{\\s*stageTimer\\.(nextEscalation|holdEnd)\\(execution\\)\\s*}");

  enum Kind {
    /** A share of the limit of the stage it stands on, or of the case's limit in handling. */
    SHARE,
    /** The next rung of the ladder of reminders that was not taken yet. */
    ESCALATION,
    /** The first working slot on or after the end of a hold. */
    HOLD
  }

  /** The rule an expression states, or null when it states none. */
  static TimerRule of(String expression) {
    String text = expression == null ? "" : expression.trim();
    Matcher share = SHARE.matcher(text);
    if (share.matches() && Integer.parseInt(share.group(1)) > 0) {
      return new TimerRule(Kind.SHARE, Integer.parseInt(share.group(1)));
    }
    Matcher other = OTHER.matcher(text);
    if (!other.matches()) {
      return null;
    }
    return new TimerRule(other.group(1).equals("holdEnd") ? Kind.HOLD : Kind.ESCALATION, 0);
  }
}
