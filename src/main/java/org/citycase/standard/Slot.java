package org.citycase.standard;

import java.time.DateTimeException;
import java.time.LocalTime;
import org.citycase.Refusal;

/**
 * A stretch of working time of a day, in the city's zone; it begins at {@code from} and ends before
 * {@code to}.
 */
public record Slot(LocalTime from, LocalTime to) {

  /** Reads {@code 08:00-12:00}; anything else, or an end before the start, is refused. */
  static Slot of(String text) {
    try {
      String[] ends = text.split("-", -1);
      if (ends.length == 2) {
        Slot slot = new Slot(LocalTime.parse(ends[0].trim()), LocalTime.parse(ends[1].trim()));
        if (slot.from.isBefore(slot.to)) {
          return slot;
        }
      }
    } catch (DateTimeException e) {
      // The sentence below says how a slot is written.
    }
    throw new Refusal(
        Refusal.Kind.MALFORMED,
        "Slot " + text + " is not written like 08:00-12:00, with the start before the end.");
  }

  @Override
  public String toString() {
    return from + "-" + to;
  }
}
