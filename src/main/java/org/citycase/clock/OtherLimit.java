package org.citycase.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Counts a round of a ledger anew under another limit, as the clock would have done it: what was
 * left at the begin of each running stretch, and one more limit from the due instant with each
 * extension (§5.6). The stretches themselves stay as they were.
 */
final class OtherLimit {

  private final Limit limit;
  private final WorkCalendar calendar;
  private final long seconds;
  private long used;
  private Instant due;
  private Instant end;
  private int extensions;
  private int last = -1;

  private OtherLimit(Limit limit, WorkCalendar calendar) {
    this.limit = limit;
    this.calendar = calendar;
    this.seconds = calendar.length(limit).toSeconds();
  }

  /**
   * The round under the limit.
   *
   * @param round the segments of one round in their order
   * @param now what an open stretch is judged at
   */
  static JudgedRound of(List<Segment> round, Limit limit, WorkCalendar calendar, Instant now) {
    OtherLimit other = new OtherLimit(limit, calendar);
    round.stream()
        .filter(segment -> segment.state() == ClockState.RUNNING)
        .forEach(segment -> other.run(segment, now));
    return other.judged(round);
  }

  private void run(Segment segment, Instant now) {
    if (segment.seq() != last + 1) {
      extensions = segment.extensions();
      due = after(segment.from(), Math.max(0, whole() - used));
    }
    for (; extensions < segment.extensions(); extensions++) {
      due = after(due, seconds);
    }
    last = segment.seq();
    end = segment.to() == null ? latest(now, segment.from()) : segment.to();
    used += calendar.used(segment.from(), end, limit.unit()).toSeconds();
  }

  private JudgedRound judged(List<Segment> segments) {
    Segment first = segments.get(0);
    boolean late = used > whole() || end != null && end.isAfter(due);
    Round round =
        new Round(
            first.round(),
            first.unit(),
            limit,
            whole(),
            used,
            late,
            Math.max(0, (double) (used - whole()) / whole()),
            extensions);
    return new JudgedRound(round, first.from(), due);
  }

  private long whole() {
    return seconds * (1L + extensions);
  }

  private Instant after(Instant start, long left) {
    return calendar.dueAfter(start, Duration.ofSeconds(left), limit.unit()).at();
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
