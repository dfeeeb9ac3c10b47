package org.citycase.evaluate;

/**
 * One thing that went wrong with a case, and the unit that answers for it.
 *
 * @param trigger of the penalty table
 * @param multiple (used − limit) / limit of an overdue round; else 0
 * @param count the number of this fault of this unit within the case, from 1
 * @param urgent whether an overdue round ran under a limit in urgent hours
 */
record Fault(String trigger, String unit, double multiple, int count, boolean urgent) {

  static final String OVERDUE = "overdue";

  static Fault overdue(String unit, double multiple, boolean urgent) {
    return new Fault(OVERDUE, unit, Math.max(multiple, 0), 1, urgent);
  }

  static Fault of(String trigger, String unit, int count) {
    return new Fault(trigger, unit, 0, count, false);
  }

  boolean isOverdue() {
    return trigger.equals(OVERDUE);
  }
}
