package org.citycase.rules;

/**
 * An answer and where it comes from.
 *
 * @param version of the table, as the receipt shows it
 * @param row the row id, that is the clause of the standard
 */
public record Decision<A>(A answer, String table, String version, String row) {}
