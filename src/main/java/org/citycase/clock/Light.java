package org.citycase.clock;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The traffic light of a case by the share of its limit that is used; lower case in JSON. */
public enum Light {
  /** Below 80 % of the limit. */
  GREEN,
  /** From 80 % to the whole limit. */
  YELLOW,
  /** Overdue. */
  RED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Light of(long used, long limit, boolean overdue) {
    if (overdue || used > limit) {
      return RED;
    }
    return used < yellowAfter(limit) ? GREEN : YELLOW;
  }

  /** The share of a limit that may be used before the light turns yellow, in the limit's unit. */
  static long yellowAfter(long limit) {
    return (limit * 80 + 99) / 100;
  }
}
