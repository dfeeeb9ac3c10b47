package org.citycase.release;

/**
 * A past case about which the draft was asked something it does not answer.
 *
 * @param message what its owner has to mend
 */
record Unanswered(String number, String table, String message) {}
