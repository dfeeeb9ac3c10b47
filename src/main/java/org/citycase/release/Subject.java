package org.citycase.release;

import org.citycase.rules.Answerer;

/**
 * What is rehearsed: a draft, beside the version of its table that it was made from.
 *
 * @param draft the id of the draft, which keeps the outcome
 * @param edition of the draft, so that an outcome of older cells is told from a fresh one
 */
record Subject(long draft, String table, int edition, Answerer before, Answerer after) {}
