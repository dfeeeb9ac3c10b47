package org.citycase.clock;

import java.time.Duration;

/**
 * One round of a case's clock as its ledger judges it: the time one unit had under one limit.
 *
 * @param wholeSeconds the limit with its granted extensions, on the limit's own clock
 * @param overdue whether the unit's time ran out: more used than granted, or a running stretch
 *     ended after its due instant
 * @param overtimeMultiple (used − whole) / whole, 0 within the limit
 */
public record Round(
    int round,
    String holder,
    Limit limit,
    long wholeSeconds,
    long usedSeconds,
    boolean overdue,
    double overtimeMultiple,
    int extensions) {

  /** Whether this share of the limit is used up, in percent. */
  public boolean hasReached(int percent) {
    return hasReached(percent, Duration.ZERO);
  }

  /**
   * Whether this share is used up, or will be so soon. Who pauses a clock may have asked a moment
   * before it was told that it had come so far.
   */
  public boolean hasReached(int percent, Duration slack) {
    return usedSeconds + slack.toSeconds() >= Light.share(wholeSeconds, percent);
  }
}
