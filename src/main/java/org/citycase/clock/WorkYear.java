package org.citycase.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import org.citycase.clock.CalendarTable.Regime;
import org.citycase.clock.CalendarTable.Slot;

/**
 * The working slots of one year, and what emergencies add to them, as stretches of real time in
 * epoch milliseconds, with the working time before each, so that a question needs a binary search
 * and no walk over the days.
 */
final class WorkYear {

  private final boolean provisional;
  private final long[] from;
  private final long[] to;
  private final long[] before;
  private final int count;

  WorkYear(CalendarTable table, int year) {
    this.provisional = !table.publishedYears().contains(year);
    Stretches open = open(table, year);
    this.from = open.starts();
    this.to = open.ends();
    this.count = from.length;
    this.before = new long[count + 1];
    for (int i = 0; i < count; i++) {
      before[i + 1] = before[i] + to[i] - from[i];
    }
  }

  boolean isProvisional() {
    return provisional;
  }

  /** The working time of this year after the instant. */
  long workFrom(long instant) {
    return before[count] - workUntil(instant);
  }

  /** The working time of this year before the instant; all of it for an instant after the year. */
  long workUntil(long instant) {
    int i = Arrays.binarySearch(from, instant);
    int slot = i >= 0 ? i : -i - 2;
    return slot < 0 ? 0 : before[slot] + Math.min(instant, to[slot]) - from[slot];
  }

  /** The first instant of work of this year at or after this one; null when none is left. */
  Long opensFrom(long instant) {
    int i = Arrays.binarySearch(from, instant);
    int slot = i >= 0 ? i : -i - 1;
    if (slot > 0 && instant < to[slot - 1]) {
      return instant;
    }
    return slot < count ? from[slot] : null;
  }

  /** The earliest instant by which this much of the year's working time, more than 0, is over. */
  long after(long work) {
    int i = Arrays.binarySearch(before, work);
    int slot = i >= 0 ? i - 1 : -i - 2;
    return from[slot] + work - before[slot];
  }

  /** The latest instant by which this much of the year's working time, not all of it, is over. */
  long opensAfter(long work) {
    int i = Arrays.binarySearch(before, work);
    int slot = i >= 0 ? i : -i - 2;
    return from[slot] + work - before[slot];
  }

  private static Stretches open(CalendarTable table, int year) {
    Stretches open = new Stretches();
    LocalDate first = LocalDate.of(year, 1, 1);
    for (LocalDate day = first; day.getYear() == year; day = day.plusDays(1)) {
      List<Slot> slots = table.slotsOn(day);
      if (!slots.isEmpty()) {
        addDay(open, table.zone(), slots, day);
      }
    }
    if (table.regimes().isEmpty()) {
      return open;
    }
    long begins = millis(first, table.zone());
    long ends = millis(first.plusYears(1), table.zone());
    for (Regime regime : table.regimes()) {
      open.add(
          Math.max(begins, regime.from().toEpochMilli()),
          Math.min(ends, regime.to().toEpochMilli()));
    }
    return open.merged();
  }

  /**
   * An instant is inside a slot when its wall-clock time is. A day that changes to or from daylight
   * saving is read once by each offset: what is left out is not counted, what comes twice counts
   * twice.
   */
  private static void addDay(Stretches open, ZoneId zone, List<Slot> slots, LocalDate day) {
    ZoneRules rules = zone.getRules();
    Instant dayStart = day.atStartOfDay(zone).toInstant();
    Instant dayEnd = day.plusDays(1).atStartOfDay(zone).toInstant();
    ZoneOffset offset = rules.getOffset(dayStart);
    long start = dayStart.toEpochMilli();
    ZoneOffsetTransition change = rules.nextTransition(dayStart);
    while (change != null && change.getInstant().isBefore(dayEnd)) {
      long cut = change.getInstant().toEpochMilli();
      addSlots(open, slots, day, offset, start, cut);
      start = cut;
      offset = change.getOffsetAfter();
      change = rules.nextTransition(change.getInstant());
    }
    addSlots(open, slots, day, offset, start, Long.MAX_VALUE);
  }

  private static void addSlots(
      Stretches open,
      List<Slot> slots,
      LocalDate day,
      ZoneOffset offset,
      long notBefore,
      long notAfter) {
    for (Slot slot : slots) {
      LocalDate lastDay = slot.endsAtMidnight() ? day.plusDays(1) : day;
      long opens = day.atTime(slot.from()).toInstant(offset).toEpochMilli();
      long closes = lastDay.atTime(slot.to()).toInstant(offset).toEpochMilli();
      open.add(Math.max(opens, notBefore), Math.min(closes, notAfter));
    }
  }

  private static long millis(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
