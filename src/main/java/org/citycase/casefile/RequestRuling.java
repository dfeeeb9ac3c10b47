package org.citycase.casefile;

import org.citycase.rules.OneOf;
import org.citycase.rules.Range;

/**
 * What the standard says of a request of the unit.
 *
 * @param decision {@code ask}: a dispatcher decides; {@code refused}: it may not be asked and
 *     nothing changes; {@code refusedByRule}: asked and refused at once, on record; {@code
 *     coordinate}: the coordinator arbitrates
 * @param zh why, and what to do instead, in Chinese
 * @param en the same in English
 * @param mostDays how many days ahead a hold may end; 0 for the others
 * @param buckPassing whether the request counts as 推诿
 */
public record RequestRuling(
    @OneOf({"ask", "refused", "refusedByRule", "coordinate"}) String decision,
    String zh,
    String en,
    @Range(from = 0) int mostDays,
    boolean buckPassing) {

  /** Whether the request may not even be made. */
  public boolean isOutOfQuestion() {
    return decision.equals("refused");
  }

  /** Both languages, Chinese first. */
  public String sentence() {
    return zh + " " + en;
  }
}
