package org.citycase.release;

import java.time.Instant;

/**
 * A question as a receipt holds it.
 *
 * @param seq of the receipt
 * @param at when it was asked
 * @param basis the instant whose day decides which rows are valid
 * @param question JSON
 * @param answer JSON
 */
record StoredQuestion(
    String caseNumber, long seq, Instant at, Instant basis, String question, String answer) {}
