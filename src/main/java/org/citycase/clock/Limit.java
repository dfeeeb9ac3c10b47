package org.citycase.clock;

import org.citycase.Refusal;

/**
 * A time limit as a table states it, e.g. 2 {@code work_day}.
 *
 * @param value how many units, at least 1
 */
public record Limit(int value, LimitUnit unit) {

  public Limit {
    if (value < 1) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          "value",
          "A limit of " + value + " is none; give a whole number of at least 1.");
    }
  }

  /** Reads what {@link #toString} writes, e.g. {@code 2 work_day}. */
  static Limit parse(String text) {
    int blank = text.indexOf(' ');
    return new Limit(
        Integer.parseInt(text.substring(0, blank)), LimitUnit.of(text.substring(blank + 1)));
  }

  @Override
  public String toString() {
    return value + " " + unit.code();
  }
}
