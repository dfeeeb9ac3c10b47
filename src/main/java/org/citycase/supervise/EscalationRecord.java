package org.citycase.supervise;

import java.time.Instant;
import java.util.List;

/**
 * An escalation as the interface shows it.
 *
 * @param share percent of the limit; 0 when it is not about the limit
 * @param trigger of the table {@code escalation}, or {@code supervise} and {@code
 *     leaderInstruction}
 * @param to the group it was meant for
 * @param alarm whether nobody was there and it went to the duty leaders, or beyond, instead
 * @param row the table's row that said so; null when a person did
 * @param delivered the proof, one for each person who was told
 */
public record EscalationRecord(
    Instant at,
    String level,
    int share,
    String trigger,
    String to,
    boolean alarm,
    String row,
    String note,
    List<Proof> delivered) {

  /**
   * That a person was told.
   *
   * @param to the user
   * @param at when it left; null while it has not
   * @param receipt what the sender gave as proof; null while it has not left
   */
  public record Proof(String to, Instant at, String receipt, int attempts, String failure) {}
}
