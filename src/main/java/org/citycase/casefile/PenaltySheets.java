package org.citycase.casefile;

/**
 * Where the penalty points of a case are read: the room that knows the penalty standard answers.
 */
public interface PenaltySheets {

  /** What it cost by now, as long as the case is open; frozen when it is closed. No receipts. */
  PenaltySheet of(CaseFile file);
}
