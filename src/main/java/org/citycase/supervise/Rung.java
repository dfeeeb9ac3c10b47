package org.citycase.supervise;

import org.citycase.rules.OneOf;

/**
 * One rung of the ladder (督办).
 *
 * @param recipient the group that is told; {@code unit} for the people of the responsible one
 * @param next the share of the limit, in percent, at which the next rung is; 0 when there is none
 * @param substitute whether the coordinator may now order a contractor (代整改)
 * @param document the document it is told by, a file of {@code forms/documents}
 */
public record Rung(
    @OneOf({"none", "remind", "urge", "supervise", "leader", "alarm"}) String level,
    @OneOf({
          "nobody",
          "unit",
          "inspectors",
          "leaders",
          "duty-leaders",
          "operators",
          "dispatchers",
          "coordinators"
        })
        String recipient,
    int next,
    boolean substitute,
    String document) {

  static final String NONE = "none";
  static final String SUPERVISE = "supervise";
  static final String UNIT = "unit";

  boolean isNone() {
    return level.equals(NONE);
  }
}
