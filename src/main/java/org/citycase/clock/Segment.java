package org.citycase.clock;

import java.time.Instant;

/**
 * One entry of a case's clock ledger: a stretch of time in one state. The used seconds of the
 * running segments of a round add up to the time used in it.
 *
 * @param seq 1 for the first segment of the case
 * @param round 1, and one more after each restart with a full limit for another unit
 * @param to null while the stretch lasts
 * @param holder who was accountable
 * @param limit the limit in force, e.g. {@code 2 work_day}
 * @param usedSeconds time used in it on the limit's clock; 0 unless it is a running segment
 */
public record Segment(
    int seq,
    int round,
    Instant from,
    Instant to,
    ClockState state,
    String holder,
    String reason,
    String limit,
    long usedSeconds,
    String calendarVersion) {}
