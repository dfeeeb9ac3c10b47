package org.citycase.supervise;

import java.util.Arrays;
import java.util.Locale;
import org.citycase.Refusal;

/** What may happen to a guard at a danger. */
enum GuardEvent {
  /** A collector begins to keep guard. */
  START,
  /** Another collector takes over. */
  RELIEF,
  /** The unit is there: the guard is over. */
  ARRIVED,
  /** The guard went away before the unit came, and nobody took over. */
  LEFT,
  /** The case ended while guard was kept. */
  OVER;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a person says; refuses anything else. */
  static GuardEvent said(String code) {
    return Arrays.stream(values())
        .filter(event -> event != OVER && event.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.ofField(
                    Refusal.Kind.MALFORMED,
                    "event",
                    "Unknown event '" + code + "': use start, relief, arrived or left."));
  }
}
