package org.citycase.clock;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings clocks to the calendar in force. A clock counts by the calendar it names until it is
 * recounted; each recount that changes anything leaves an adjusting entry in the ledger, so that
 * the entries of a round always add up to the time used.
 */
@Component
@Transactional
public class Recounts {

  private final EntityManager store;
  private final ClockRows rows;
  private final WorkCalendar calendar;
  private final ApplicationEventPublisher events;

  Recounts(EntityManager store, WorkCalendar calendar, ApplicationEventPublisher events) {
    this.store = store;
    this.rows = new ClockRows(store);
    this.calendar = calendar;
    this.events = events;
  }

  /** Which of these cases have a clock, and whether it runs under the calendar in force. */
  @Transactional(readOnly = true)
  public Map<String, Boolean> upToDate(Collection<String> caseNumbers) {
    return rows.clocks(caseNumbers).stream()
        .collect(Collectors.toMap(CaseClock::caseNumber, clock -> !isStale(clock)));
  }

  /**
   * What this calendar would do to these cases; those whose clock it does not move are left out.
   */
  @Transactional(readOnly = true)
  public List<ClockMove> preview(
      Collection<String> caseNumbers, WorkCalendar candidate, Instant at) {
    List<ClockMove> moves = new ArrayList<>();
    Map<String, List<ClockSegment>> running = rows.running(caseNumbers);
    for (CaseClock clock : rows.clocks(caseNumbers)) {
      Recount recount =
          Recount.of(
              clock,
              running.getOrDefault(clock.caseNumber(), List.of()),
              of(clock),
              candidate.forCategory(clock.category()),
              latest(at.truncatedTo(ChronoUnit.SECONDS), clock.since()));
      if (recount.moves()) {
        moves.add(new ClockMove(clock, recount));
      }
    }
    return moves;
  }

  /**
   * Brings these cases to the calendar in force.
   *
   * @return what moved; a case without a clock, or of whose clock nothing but the calendar's name
   *     changed, is left out
   */
  public List<ClockMove> recount(Collection<String> caseNumbers, Instant at) {
    List<CaseClock> stale = rows.clocks(caseNumbers).stream().filter(this::isStale).toList();
    if (stale.isEmpty()) {
      return List.of();
    }
    Map<String, List<ClockSegment>> running =
        rows.running(stale.stream().map(CaseClock::caseNumber).toList());
    return stale.stream()
        .map(clock -> recount(clock, running.getOrDefault(clock.caseNumber(), List.of()), at))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Brings one clock to the calendar in force before it moves. */
  void bringUpToDate(CaseClock clock, Instant at) {
    if (isStale(clock)) {
      String number = clock.caseNumber();
      recount(clock, rows.running(List.of(number)).getOrDefault(number, List.of()), at);
    }
  }

  private Optional<ClockMove> recount(CaseClock clock, List<ClockSegment> running, Instant at) {
    Instant second = latest(at.truncatedTo(ChronoUnit.SECONDS), clock.since());
    WorkCalendar before = of(clock);
    Recount recount =
        Recount.of(clock, running, before, calendar.forCategory(clock.category()), second);
    if (!recount.moves()) {
      clock.count(recount);
      openIn(running).ifPresent(open -> open.countedBy(recount.calendarVersion()));
      return Optional.empty();
    }
    ClockMove move = new ClockMove(clock, recount);
    adjust(clock, recount, before, second);
    events.publishEvent(new ClockMoved(clock.caseNumber()));
    return Optional.of(move);
  }

  /** The calendar a clock counts by. */
  WorkCalendar of(CaseClock clock) {
    return calendar.ofVersion(clock.calendarVersion(), clock.category());
  }

  private void adjust(CaseClock clock, Recount recount, WorkCalendar before, Instant at) {
    String reason = "calendar " + clock.calendarVersion() + " → " + recount.calendarVersion();
    store
        .find(ClockSegment.class, new ClockSegment.Key(clock.caseNumber(), clock.segments()))
        .end(at, clock.usedSinceRunning(at, before));
    clock.count(recount);
    clock.again(at);
    ClockSegment adjusting = new ClockSegment(clock, reason);
    adjusting.adjust(recount.used() - recount.usedBefore(), recount.due());
    store.persist(adjusting);
    clock.again(at);
    store.persist(new ClockSegment(clock, reason));
  }

  /** Until now both calendars agree, so that the open stretch may go on under the new one. */
  private static Optional<ClockSegment> openIn(List<ClockSegment> running) {
    return running.stream().filter(ClockSegment::isOpen).findFirst();
  }

  private boolean isStale(CaseClock clock) {
    return !clock.calendarVersion().equals(calendar.forCategory(clock.category()).version());
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
