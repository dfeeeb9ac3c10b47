package org.citycase.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;

/**
 * How far the rehearsal of a draft is, and what it found.
 *
 * @param edition of the draft that was rehearsed
 * @param state running, done, cancelled or failed
 * @param done how many cases are through
 * @param result what it found; null while there is nothing
 */
record Progress(
    int edition,
    String state,
    long done,
    long total,
    OffsetDateTime from,
    OffsetDateTime to,
    String district,
    String askedBy,
    OffsetDateTime askedAt,
    String failure,
    JsonNode result) {}
