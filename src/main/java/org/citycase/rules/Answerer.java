package org.citycase.rules;

import java.time.LocalDate;
import java.util.Map;

/** Whatever answers the stored questions of receipts: a version of a table, or a draft of it. */
public interface Answerer {

  /**
   * What a row says.
   *
   * @param row the row id, that is the clause of the standard
   * @param answer by the names of the answer's properties
   */
  record Asked(String row, Map<String, Object> answer) {}

  /**
   * The one row that answers on a day, and what it says; keeps no receipt.
   *
   * @param question facts by name, as a receipt holds them; a fact it does not name is empty
   * @throws org.citycase.Refusal when no row answers, or several
   */
  Asked ask(Map<String, Object> question, LocalDate on);
}
