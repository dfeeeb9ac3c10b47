package org.citycase.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Something that was done, as the log of a case or of the configuration tells it.
 *
 * @param source {@code case} or {@code configuration}
 * @param number of the case; null for the configuration
 * @param seq place in that log
 * @param actor the user, or {@code rule}
 * @param subject what of the configuration was changed; null for a case
 * @param reason null when none was given
 */
public record Deed(
    Instant at,
    String source,
    String number,
    int seq,
    String actor,
    String action,
    String from,
    String to,
    String subject,
    String reason,
    JsonNode data) {}
