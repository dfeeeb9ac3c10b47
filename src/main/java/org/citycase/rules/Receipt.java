package org.citycase.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The receipt of one decision: which row of which version of a table answered which question of a
 * case. Stored with the case in the transaction of the decision; names of facts are those of the
 * question and answer records.
 *
 * @param basis the instant whose versions and rows had to answer: when the case was filed, before
 *     that the instant itself
 * @param version the first 12 hexadecimal digits of the SHA-256 of the table's text
 * @param row the row id, that is the clause of the standard
 * @param lost rows that matched and did not answer; told by tables that say so
 */
public record Receipt(
    Instant at,
    Instant basis,
    String table,
    String version,
    String row,
    Map<String, Object> question,
    Map<String, Object> answer,
    List<Lost> lost) {}
