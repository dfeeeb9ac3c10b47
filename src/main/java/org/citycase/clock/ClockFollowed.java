package org.citycase.clock;

import java.time.Duration;

/**
 * The city's clock follows another one than this machine's.
 *
 * @param off how far that one is ahead, negative when behind, zero when it is this machine's again
 */
public record ClockFollowed(Duration off) {}
