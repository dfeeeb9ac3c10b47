package org.citycase.bench;

/** What a case walks through: the service or the bare engine. */
interface Corridor {

  /** Walks the case of this number from the report to its end. */
  void walk(int number);

  Tally tally();
}
