package org.citycase.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The ledger of one case as it was read, to be judged as it is or under other limits; it changes
 * nothing.
 */
public final class CaseLedger {

  private final Map<Integer, List<Segment>> rounds = new LinkedHashMap<>();
  private final Function<String, WorkCalendar> calendars;
  private final Instant now;

  /**
   * @param calendars the calendars of a version, as the category of the case is worked by them
   * @param now what an open stretch is judged at
   */
  CaseLedger(List<Segment> segments, Function<String, WorkCalendar> calendars, Instant now) {
    segments.forEach(
        segment -> rounds.computeIfAbsent(segment.round(), r -> new ArrayList<>()).add(segment));
    this.calendars = calendars;
    this.now = now;
  }

  /** The rounds as the ledger has them, first to last. */
  public List<JudgedRound> rounds() {
    return under(Map.of());
  }

  /**
   * The rounds, first to last, as they would have been judged under other limits.
   *
   * @param limits by number of the round; a round that is not named keeps its own
   */
  public List<JudgedRound> under(Map<Integer, Limit> limits) {
    List<JudgedRound> judged = new ArrayList<>();
    for (List<Segment> segments : rounds.values()) {
      JudgedRound own = own(segments);
      Limit limit = limits.getOrDefault(own.round().round(), own.round().limit());
      judged.add(
          own.runsUnder(limit) ? own : OtherLimit.of(segments, limit, calendar(segments), now));
    }
    return judged;
  }

  private JudgedRound own(List<Segment> segments) {
    Round round = Rounds.of(segments, now).get(0);
    Instant due =
        segments.stream()
            .map(Segment::dueAt)
            .filter(Objects::nonNull)
            .reduce((earlier, later) -> later)
            .orElse(null);
    return new JudgedRound(round, segments.get(0).from(), due);
  }

  /** A correction has brought the whole round to the calendar it names. */
  private WorkCalendar calendar(Collection<Segment> segments) {
    String version =
        segments.stream()
            .filter(segment -> segment.adjusting() || segment.state() == ClockState.RUNNING)
            .reduce((earlier, later) -> later)
            .map(Segment::calendarVersion)
            .orElse("");
    return calendars.apply(version);
  }
}
