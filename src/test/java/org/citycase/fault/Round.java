package org.citycase.fault;

import java.time.Duration;
import java.time.Instant;

/**
 * One fault and what came after it.
 *
 * @param what what was done, in a few words
 * @param at when it was done
 * @param over when all that was broken was whole again
 */
record Round(int number, String what, Instant at, Instant over) {

  static final String HEAD =
      "| round | fault | first good answer | longest gap | all whole again | reports meanwhile |\n"
          + "|---|---|---|---|---|---|";

  String row(Figures figures) {
    return "| %d | %s | %s | %s | %s | %d |"
        .formatted(
            number,
            what,
            seconds(figures.firstGood(at)),
            seconds(figures.longestGap(at, over)),
            seconds(Duration.between(at, over)),
            figures.acknowledged().stream()
                .filter(one -> one.at().isAfter(at) && one.at().isBefore(over))
                .count());
  }

  private static String seconds(Duration duration) {
    return duration == null ? "never" : "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
