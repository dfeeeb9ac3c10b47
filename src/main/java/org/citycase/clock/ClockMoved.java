package org.citycase.clock;

/**
 * The clock of a case was started, paused, resumed, stopped, restarted, extended or recomputed in
 * the running transaction; whatever waits for one of its instants has to look again.
 */
public record ClockMoved(String caseNumber) {}
