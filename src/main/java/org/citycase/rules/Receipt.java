package org.citycase.rules;

import java.time.Instant;
import java.util.Map;

/**
 * The receipt of one decision: which row of which version of a table answered which question of a
 * case. Stored with the case in the transaction of the decision; names of facts are those of the
 * question and answer records.
 *
 * @param version the first 12 hexadecimal digits of the SHA-256 of the table's file
 * @param row the row id, that is the clause of the standard
 */
public record Receipt(
    Instant at,
    String table,
    String version,
    String row,
    Map<String, Object> question,
    Map<String, Object> answer) {}
