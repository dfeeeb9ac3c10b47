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

  /** The share of a limit at which the light turns yellow. */
  static final int YELLOW_PERCENT = 80;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The light when this much of a limit is used, both in the limit's own time. */
  public static Light of(long used, long limit, boolean overdue) {
    if (overdue || used > limit) {
      return RED;
    }
    return used < yellowAfter(limit) ? GREEN : YELLOW;
  }

  /** The share of a limit that may be used before the light turns yellow, in the limit's unit. */
  static long yellowAfter(long limit) {
    return (limit * YELLOW_PERCENT + 99) / 100;
  }

  /** This share of a limit, in the limit's unit; the one that turns the light is rounded up. */
  static long share(long limit, int percent) {
    return percent == YELLOW_PERCENT ? yellowAfter(limit) : limit * percent / 100;
  }
}
