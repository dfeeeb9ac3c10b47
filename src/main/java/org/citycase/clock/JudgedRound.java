package org.citycase.clock;

import java.time.Instant;

/**
 * A round of a case's clock with the instants it is judged by.
 *
 * @param from when the round began
 * @param due the last instant on time, extensions included
 */
public record JudgedRound(Round round, Instant from, Instant due) {

  boolean runsUnder(Limit limit) {
    return round.limit().equals(limit);
  }
}
