package org.citycase.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citycase.rules.Bilingual;
import org.citycase.rules.Lost;
import org.citycase.rules.Receipt;

/** A receipt as the interface shows it, with the sentence that tells it. */
record DecisionJson(
    Instant at,
    String table,
    String version,
    String row,
    Map<String, Object> question,
    Map<String, Object> answer,
    Instant basis,
    List<Lost> lost,
    Bilingual sentence) {

  static DecisionJson of(Receipt receipt, Bilingual sentence) {
    return new DecisionJson(
        receipt.at(),
        receipt.table(),
        receipt.version(),
        receipt.row(),
        receipt.question(),
        receipt.answer(),
        receipt.basis(),
        receipt.lost(),
        sentence);
  }
}
