package org.citycase.clock;

import java.time.Instant;

/**
 * The last instant that is on time. It may be exactly the end of a working slot.
 *
 * @param provisional true when a year without a published calendar was counted by its weekends only
 */
public record Due(Instant at, boolean provisional) {}
