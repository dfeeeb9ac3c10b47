package org.citycase.supervise;

import org.citycase.casefile.CaseFile;

/** Which group is accountable for a case. */
final class Desks {

  private Desks() {}

  /** The group of the responsible unit; before the dispatch, the desk the case lies on. */
  static String ofCase(CaseFile file) {
    String unit = file.assignment().unit();
    if (unit != null) {
      return "unit-" + unit;
    }
    String owner = file.state().owner();
    return owner.equals("collectors") ? "operators" : owner;
  }
}
