package org.citycase.rules;

/**
 * One column of a table: its keyword, the property its code row names and what its cells may hold.
 *
 * @param index counted from 0
 * @param property empty for the column of row ids
 */
record Column(int index, Kind kind, String property, CellType type) {

  static final String PRIORITY = "priority";

  /** The keywords Drools knows and a table of ours may use. */
  enum Kind {
    NAME,
    CONDITION,
    ACTION
  }

  boolean mayBeEmpty() {
    return kind == Kind.CONDITION || kind == Kind.ACTION && type.optional();
  }
}
