package org.citycase.rules;

import java.time.Instant;

/**
 * Who publishes a version of a table, and how.
 *
 * @param author who made the draft
 * @param comment why
 * @param effectiveAt from when it answers; null for as soon as every node has it
 * @param correction whether it also answers for cases filed under the version before it (更正)
 */
public record Publication(
    String publisher, String author, String comment, Instant effectiveAt, boolean correction) {}
