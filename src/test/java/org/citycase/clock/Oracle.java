package org.citycase.clock;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.citycase.clock.CalendarTable.Slot;

/** Counts working time minute by minute, as a child would, without the arithmetic it checks. */
final class Oracle {

  private Oracle() {}

  /** The worked minutes that begin in this stretch. */
  static long minutes(CalendarTable table, Instant from, Instant to) {
    long minutes = 0;
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
      if (isWorked(table, at)) {
        minutes++;
      }
    }
    return minutes;
  }

  private static boolean isWorked(CalendarTable table, Instant at) {
    ZonedDateTime local = at.atZone(table.zone());
    return table.regimes().stream()
            .anyMatch(regime -> !at.isBefore(regime.from()) && at.isBefore(regime.to()))
        || table.slotsOn(local.toLocalDate()).stream()
            .anyMatch(slot -> covers(slot, local.toLocalTime()));
  }

  private static boolean covers(Slot slot, LocalTime time) {
    return !time.isBefore(slot.from()) && (slot.endsAtMidnight() || time.isBefore(slot.to()));
  }
}
