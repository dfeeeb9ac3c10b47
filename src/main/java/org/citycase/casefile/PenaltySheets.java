package org.citycase.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.citycase.clock.Round;

/**
 * Where the penalty points of a case are read: the room that knows the penalty standard answers.
 */
public interface PenaltySheets {

  /** What it cost by now, as long as the case is open; frozen when it is closed. No receipts. */
  PenaltySheet of(CaseFile file);

  /** What is stored of each of these cases, by number; nothing is counted for those still open. */
  Map<String, PenaltySheet> stored(Collection<String> numbers);

  /**
   * What the units would bear if the rounds of the clock were these; by the table in force, a
   * granted appeal included. No receipts.
   */
  List<PenaltyItem> ifJudged(CaseFile file, List<Round> rounds);

  /**
   * The same by another table of penalties.
   *
   * @param penalties answers the questions of the table {@code penalty}, both by the names of their
   *     properties
   */
  List<PenaltyItem> ifJudged(
      CaseFile file, List<Round> rounds, UnaryOperator<Map<String, Object>> penalties);
}
