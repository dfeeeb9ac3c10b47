package org.citycase.casefile;

/**
 * A case came to another state; published in the transaction of the move, after its log entry.
 *
 * @param from null when the case was just opened
 */
public record CaseMoved(String caseNumber, CaseState from, CaseState to) {}
