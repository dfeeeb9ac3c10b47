package org.citycase.process;

/**
 * Says which rung of the ladder of reminders a case comes to next; the room of supervision does.
 */
public interface EscalationLadder {

  /**
   * The share of the limit, in percent, at which the next rung is taken under the clock as it runs
   * now; 0 when there is none.
   */
  int nextShare(String caseNumber);
}
