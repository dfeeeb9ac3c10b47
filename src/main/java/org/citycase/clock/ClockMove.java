package org.citycase.clock;

import java.time.Instant;

/**
 * What another calendar does to the clock of a case.
 *
 * @param dueBefore the due instant by the calendar it ran under; of a paused clock that of the
 *     stretch before the pause
 * @param usedAfter seconds used in the present round
 * @param provisional whether the new due instant reaches into a year without a published table
 */
public record ClockMove(
    String caseNumber,
    ClockState state,
    Instant dueBefore,
    Instant dueAfter,
    long usedBefore,
    long usedAfter,
    boolean provisional) {

  ClockMove(CaseClock clock, Recount recount) {
    this(
        clock.caseNumber(),
        clock.state(),
        clock.dueAt(),
        recount.due(),
        recount.usedBefore(),
        recount.used(),
        recount.provisional());
  }
}
