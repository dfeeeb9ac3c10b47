package org.citycase.clock;

import java.time.Instant;

/**
 * One entry of a case's clock ledger: a stretch of time in one state. The used seconds of the
 * running segments of a round add up to the time used in it.
 *
 * @param seq 1 for the first segment of the case
 * @param round 1, and one more after each restart with a full limit for another unit
 * @param to null while the stretch lasts
 * @param holder who had the case: the unit while it runs, else a group such as {@code dispatchers}
 * @param limit the limit in force, e.g. {@code 2 work_day}
 * @param usedSeconds time used in it on the limit's clock; 0 unless it is a running segment; an
 *     adjusting entry without length may be negative
 * @param limitVersion the version of the standard that gave the limit
 * @param wholeSeconds the limit with the extensions granted by then
 * @param dueAt the last instant on time as this stretch began; null unless it is a running one, or
 *     an adjusting entry
 * @param unit the unit accountable in this round, whoever holds the case
 * @param adjusting an entry without length that corrects the time used before it
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
    String calendarVersion,
    String limitVersion,
    long wholeSeconds,
    int extensions,
    Instant dueAt,
    String unit,
    boolean adjusting) {}
