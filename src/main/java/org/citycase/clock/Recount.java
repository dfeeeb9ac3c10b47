package org.citycase.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a calendar makes of the present round of a clock, from its running segments alone.
 *
 * @param used seconds used in the round until the instant of the count
 * @param usedBefore the same by the calendar the clock ran under
 * @param due the due instant of the last running stretch
 * @param moves whether the clock has to take this: a running one when anything differs, a paused
 *     one when its time or judgement does, a stopped one only when it is due later
 */
record Recount(
    long used,
    long usedBefore,
    Instant due,
    boolean provisional,
    boolean moves,
    String calendarVersion) {

  /** Counts by the calendar; the running segments of the round are given in their order. */
  static Recount of(
      CaseClock clock,
      List<ClockSegment> running,
      WorkCalendar before,
      WorkCalendar calendar,
      Instant at) {
    int begin = beginOfLastStretch(running);
    LimitUnit unit = clock.limit().unit();
    long earlier = used(running.subList(0, begin), calendar, unit, at);
    List<ClockSegment> stretch = running.subList(begin, running.size());
    long used = earlier + used(stretch, calendar, unit, at);
    long usedBefore = clock.usedBefore() + clock.usedSinceRunning(at, before);
    Due due = due(stretch, earlier, calendar, unit);
    boolean moves =
        switch (clock.state()) {
          case RUNNING -> used != usedBefore || !due.at().equals(clock.dueAt());
          case PAUSED -> used != usedBefore || clock.isJudgedOtherwise(due.at(), used);
          case STOPPED -> due.at().isAfter(clock.dueAt());
          case NONE -> false;
        };
    return new Recount(used, usedBefore, due.at(), due.provisional(), moves, calendar.version());
  }

  private static int beginOfLastStretch(List<ClockSegment> running) {
    int begin = running.size() - 1;
    while (begin > 0 && running.get(begin - 1).seq() == running.get(begin).seq() - 1) {
      begin--;
    }
    return begin;
  }

  private static long used(
      List<ClockSegment> segments, WorkCalendar calendar, LimitUnit unit, Instant at) {
    return segments.stream()
        .mapToLong(one -> calendar.used(one.from(), one.until(at), unit).toSeconds())
        .sum();
  }

  /** As the clock did it: what was left at the begin of the stretch, then each extension. */
  private static Due due(
      List<ClockSegment> stretch, long usedBefore, WorkCalendar calendar, LimitUnit unit) {
    ClockSegment first = stretch.get(0);
    long whole = first.wholeSeconds();
    Duration left = Duration.ofSeconds(Math.max(0, whole - usedBefore));
    Due due = calendar.dueAfter(first.from(), left, unit);
    for (ClockSegment next : stretch) {
      if (next.wholeSeconds() > whole) {
        Duration extension = Duration.ofSeconds(next.wholeSeconds() - whole);
        due = calendar.dueAfter(due.at(), extension, unit);
        whole = next.wholeSeconds();
      }
    }
    return due;
  }
}
