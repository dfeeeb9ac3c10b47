package org.citycase.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges the rounds of a clock from its ledger alone. */
final class Rounds {

  private Rounds() {}

  /** All rounds, first to last; an open stretch is judged at this instant. */
  static List<Round> of(List<Segment> ledger, Instant now) {
    Map<Integer, List<Segment>> rounds = new LinkedHashMap<>();
    ledger.forEach(
        segment -> rounds.computeIfAbsent(segment.round(), r -> new ArrayList<>()).add(segment));
    return rounds.values().stream().map(segments -> judge(segments, now)).toList();
  }

  private static Round judge(List<Segment> segments, Instant now) {
    Segment last = segments.get(segments.size() - 1);
    long used = segments.stream().mapToLong(Segment::usedSeconds).sum();
    long whole = last.wholeSeconds();
    boolean late = used > whole || ranPastItsDue(segments, now);
    return new Round(
        last.round(),
        last.unit(),
        Limit.parse(last.limit()),
        whole,
        used,
        late,
        Math.max(0, (double) (used - whole) / whole),
        last.extensions());
  }

  /**
   * Since when the last round of a ledger is overdue; null when it is not. That is the due instant
   * a running stretch first passed, wherever later stretches began, unless an extension or a new
   * calendar gave another one.
   */
  static Instant overdueSince(List<Segment> ledger, Instant now) {
    List<Round> rounds = of(ledger, now);
    Round last = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
    return last == null || !last.overdue()
        ? null
        : since(ledger.stream().filter(one -> one.round() == last.round()).toList(), now);
  }

  private static Instant since(List<Segment> segments, Instant now) {
    Instant since = null;
    Instant due = null;
    Instant end = null;
    int extensions = 0;
    for (Segment segment : segments) {
      if (segment.adjusting() || segment.extensions() > extensions) {
        since = null;
      }
      extensions = segment.extensions();
      due = segment.dueAt() == null ? due : segment.dueAt();
      if (segment.state() == ClockState.RUNNING) {
        end = segment.to() == null ? now : segment.to();
      }
      if (since == null && end != null && end.isAfter(due)) {
        since = due;
      }
    }
    return since == null ? due : since;
  }

  /** Only the last due instant counts: an extension or a new calendar moved those before it. */
  private static boolean ranPastItsDue(List<Segment> segments, Instant now) {
    Instant due = null;
    Instant end = null;
    for (Segment segment : segments) {
      if (segment.dueAt() != null) {
        due = segment.dueAt();
      }
      if (segment.state() == ClockState.RUNNING) {
        end = segment.to() == null ? now : segment.to();
      }
    }
    return due != null && end != null && end.isAfter(due);
  }
}
