package org.citycase.clock;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.UNKNOWN;
import static org.citycase.clock.ClockState.PAUSED;
import static org.citycase.clock.ClockState.RUNNING;
import static org.citycase.clock.ClockState.STOPPED;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.citycase.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks of all cases and their ledgers. Each move takes the instant at which it happened, in
 * whole seconds (a fraction is dropped), joins the running transaction and writes one entry. A move
 * that the state does not allow, or that lies before the last one, is refused.
 */
@Component
@Transactional
public class CaseClocks {

  private final EntityManager store;
  private final WorkCalendar calendar;
  private final CityClock now;

  CaseClocks(EntityManager store, WorkCalendar calendar, CityClock now) {
    this.store = store;
    this.calendar = calendar;
    this.now = now;
  }

  /**
   * Starts the clock of a case at dispatch.
   *
   * @param holder the unit that is accountable from now on
   */
  public ClockView start(String caseNumber, Limit limit, String holder, Instant at) {
    if (store.find(CaseClock.class, caseNumber) != null) {
      throw illegal(caseNumber, "has been started before; resume it, or restart it for a unit");
    }
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    CaseClock clock = new CaseClock(caseNumber);
    clock.begin(limit, holder, second, calendar);
    store.persist(clock);
    enter(clock, "dispatched");
    return clock.view(second, calendar);
  }

  /** Stops a running clock at feedback: on time when this instant is not after the due one. */
  public ClockView stop(String caseNumber, String reason, Instant at) {
    return halt(caseNumber, STOPPED, reason, at);
  }

  /** Pauses a running clock; the limit stands still until it is resumed. */
  public ClockView pause(String caseNumber, String reason, Instant at) {
    return halt(caseNumber, PAUSED, reason, at);
  }

  /** Lets a paused or stopped clock run on with the time that is left. */
  public ClockView resume(String caseNumber, String reason, Instant at) {
    CaseClock clock = clock(caseNumber);
    if (!clock.isHalted()) {
      throw illegal(caseNumber, "is running and cannot be resumed; pause or stop it first");
    }
    Instant second = next(clock, at);
    endSegment(clock, second);
    clock.run(second, calendar);
    enter(clock, reason);
    return clock.view(second, calendar);
  }

  /** Starts again at zero, with a full limit, because the case moved to another unit. */
  public ClockView restart(String caseNumber, Limit limit, String newHolder, Instant at) {
    CaseClock clock = clock(caseNumber);
    Instant second = next(clock, at);
    endSegment(clock, second);
    clock.begin(limit, newHolder, second, calendar);
    enter(clock, "moved to " + newHolder);
    return clock.view(second, calendar);
  }

  /** The clock as it reads at an instant not before its last move; {@code none} without one. */
  @Transactional(readOnly = true)
  public ClockView view(String caseNumber, Instant at) {
    CaseClock clock = store.find(CaseClock.class, caseNumber);
    return clock == null
        ? ClockView.NONE
        : clock.view(at.truncatedTo(ChronoUnit.SECONDS), calendar);
  }

  /** When the light of a running clock turns yellow; this instant when it has; null without one. */
  @Transactional(readOnly = true)
  public Instant yellowAt(String caseNumber, Instant at) {
    ClockView face = view(caseNumber, at);
    if (face.limit() == null) {
      return null;
    }
    long whole = face.usedSeconds() + face.remainingSeconds();
    long left = Light.yellowAfter(whole) - face.usedSeconds();
    return left <= 0
        ? at
        : calendar.dueAfter(at, Duration.ofSeconds(left), face.limit().unit()).at();
  }

  /** All segments in order; the open one with the time used up to now. Empty without a clock. */
  @Transactional(readOnly = true)
  public List<Segment> ledger(String caseNumber) {
    CaseClock clock = store.find(CaseClock.class, caseNumber);
    if (clock == null) {
      return List.of();
    }
    Instant until = now.now().truncatedTo(ChronoUnit.SECONDS);
    long open = clock.usedSinceRunning(until, calendar);
    return store
        .createQuery(
            "from ClockSegment s where s.key.caseNumber = :number order by s.key.seq",
            ClockSegment.class)
        .setParameter("number", caseNumber)
        .getResultStream()
        .map(segment -> segment.shown(open))
        .toList();
  }

  private ClockView halt(String caseNumber, ClockState halted, String reason, Instant at) {
    CaseClock clock = clock(caseNumber);
    if (clock.state() != RUNNING) {
      throw illegal(caseNumber, "is " + clock.state().code() + "; resume it first");
    }
    Instant second = next(clock, at);
    endSegment(clock, second);
    clock.halt(halted, second, calendar);
    enter(clock, reason);
    return clock.view(second, calendar);
  }

  private void endSegment(CaseClock clock, Instant at) {
    store
        .find(ClockSegment.class, new ClockSegment.Key(clock.caseNumber(), clock.segments()))
        .end(at, clock.usedSinceRunning(at, calendar));
  }

  private void enter(CaseClock clock, String reason) {
    store.persist(new ClockSegment(clock, reason, calendar.version()));
  }

  private CaseClock clock(String caseNumber) {
    CaseClock clock = store.find(CaseClock.class, caseNumber);
    if (clock == null) {
      throw new Refusal(
          UNKNOWN, "Case " + caseNumber + " has no clock yet; it starts when it is dispatched.");
    }
    return clock;
  }

  private static Instant next(CaseClock clock, Instant at) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    if (second.isBefore(clock.since())) {
      throw illegal(clock.caseNumber(), "last moved at " + clock.since() + ", after " + second);
    }
    return second;
  }

  private static Refusal illegal(String caseNumber, String why) {
    return new Refusal(AGAINST_RULES, "The clock of case " + caseNumber + " " + why + ".");
  }
}
