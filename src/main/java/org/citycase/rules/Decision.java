package org.citycase.rules;

import java.time.Instant;

/**
 * An answer and where it comes from.
 *
 * @param version of the table, as the receipt shows it
 * @param row the row id, that is the clause of the standard
 * @param at when it was asked
 * @param publication the newest publication of any table known then, by its place in the list of
 *     all
 */
public record Decision<A>(
    A answer, String table, String version, String row, Instant at, long publication) {}
