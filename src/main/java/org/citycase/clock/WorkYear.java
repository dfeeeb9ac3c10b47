package org.citycase.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import org.citycase.clock.CalendarTable.Slot;

/**
 * The working slots of one year as stretches of real time in epoch milliseconds, with the working
 * time before each, so that a question needs a binary search and no walk over the days.
 */
final class WorkYear {

  private final boolean provisional;
  private long[] from = new long[1024];
  private long[] to = new long[1024];
  private final long[] before;
  private int count;

  WorkYear(CalendarTable table, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    this.provisional = !table.publishedYears().contains(year);
    for (LocalDate day = first; day.getYear() == year; day = day.plusDays(1)) {
      if (table.isWorked(day)) {
        addDay(table, day);
      }
    }
    from = Arrays.copyOf(from, count);
    to = Arrays.copyOf(to, count);
    before = new long[count + 1];
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

  /** The earliest instant by which this much of the year's working time, more than 0, is over. */
  long after(long work) {
    int i = Arrays.binarySearch(before, work);
    int slot = i >= 0 ? i - 1 : -i - 2;
    return from[slot] + work - before[slot];
  }

  /**
   * An instant is inside a slot when its wall-clock time is. A day that changes to or from daylight
   * saving is read once by each offset: what is left out is not counted, what comes twice counts
   * twice.
   */
  private void addDay(CalendarTable table, LocalDate day) {
    ZoneRules rules = table.zone().getRules();
    Instant dayStart = day.atStartOfDay(table.zone()).toInstant();
    Instant dayEnd = day.plusDays(1).atStartOfDay(table.zone()).toInstant();
    ZoneOffset offset = rules.getOffset(dayStart);
    long start = dayStart.toEpochMilli();
    ZoneOffsetTransition change = rules.nextTransition(dayStart);
    while (change != null && change.getInstant().isBefore(dayEnd)) {
      long cut = change.getInstant().toEpochMilli();
      addSlots(table.slots(), day, offset, start, cut);
      start = cut;
      offset = change.getOffsetAfter();
      change = rules.nextTransition(change.getInstant());
    }
    addSlots(table.slots(), day, offset, start, Long.MAX_VALUE);
  }

  private void addSlots(
      List<Slot> slots, LocalDate day, ZoneOffset offset, long notBefore, long notAfter) {
    for (Slot slot : slots) {
      LocalDate lastDay = slot.endsAtMidnight() ? day.plusDays(1) : day;
      long opens = day.atTime(slot.from()).toInstant(offset).toEpochMilli();
      long closes = lastDay.atTime(slot.to()).toInstant(offset).toEpochMilli();
      add(Math.max(opens, notBefore), Math.min(closes, notAfter));
    }
  }

  private void add(long opens, long closes) {
    if (opens >= closes) {
      return;
    }
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
    from[count] = opens;
    to[count++] = closes;
  }
}
