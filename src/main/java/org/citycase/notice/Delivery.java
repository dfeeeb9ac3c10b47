package org.citycase.notice;

import java.time.Instant;

/**
 * What became of a notice.
 *
 * @param at when the sender took it; null while it has not left
 * @param receipt what the sender gave as proof; null while it has not left
 * @param attempts how often it was tried
 * @param failure why the last attempt failed; null when it did not
 */
public record Delivery(Instant at, String receipt, int attempts, String failure) {}
