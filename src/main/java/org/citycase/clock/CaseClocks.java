package org.citycase.clock;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.UNKNOWN;
import static org.citycase.clock.ClockState.PAUSED;
import static org.citycase.clock.ClockState.RUNNING;
import static org.citycase.clock.ClockState.STOPPED;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.citycase.Refusal;
import org.springframework.context.ApplicationEventPublisher;
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

  private static final String NOBODY = "nobody";

  private final EntityManager store;
  private final WorkCalendar calendar;
  private final Recounts recounts;
  private final CityClock now;
  private final ApplicationEventPublisher events;

  CaseClocks(
      EntityManager store,
      WorkCalendar calendar,
      Recounts recounts,
      CityClock now,
      ApplicationEventPublisher events) {
    this.store = store;
    this.calendar = calendar;
    this.recounts = recounts;
    this.now = now;
    this.events = events;
  }

  /** Starts the clock of a case at dispatch. */
  public ClockView start(String caseNumber, Terms terms, Instant at) {
    if (exists(caseNumber)) {
      throw illegal(caseNumber, "has been started before; resume it, or restart it for a unit");
    }
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    CaseClock clock = new CaseClock(caseNumber);
    clock.begin(terms, second, calendar.forCategory(terms.category()));
    store.persist(clock);
    return enter(clock, "dispatched", second);
  }

  /**
   * Stops a running clock at feedback: on time when this instant is not after the due one.
   *
   * @param holder who has the case now, e.g. {@code operators}
   */
  public ClockView stop(String caseNumber, String holder, String reason, Instant at) {
    return halt(caseNumber, STOPPED, holder, reason, at);
  }

  /**
   * Pauses a running clock; the limit stands still until it is resumed.
   *
   * @param holder who has the case now, e.g. {@code dispatchers}
   */
  public ClockView pause(String caseNumber, String holder, String reason, Instant at) {
    return halt(caseNumber, PAUSED, holder, reason, at);
  }

  /** Somebody else has the case of a clock that stands still. */
  public ClockView handOver(String caseNumber, String holder, String reason, Instant at) {
    CaseClock clock = clock(caseNumber);
    if (!clock.isHalted()) {
      throw illegal(caseNumber, "is running on the account of its unit; pause or restart it");
    }
    Instant second = next(clock, at);
    endSegment(clock, second);
    clock.halt(clock.state(), holder, second, calendar);
    return enter(clock, reason, second);
  }

  /** Lets a paused or stopped clock run on with the time that is left, on the unit's account. */
  public ClockView resume(String caseNumber, String reason, Instant at) {
    CaseClock clock = clock(caseNumber);
    if (!clock.isHalted()) {
      throw illegal(caseNumber, "is running and cannot be resumed; pause or stop it first");
    }
    Instant second = next(clock, at);
    endSegment(clock, second);
    clock.run(second, recounts.of(clock));
    return enter(clock, reason, second);
  }

  /** Adds one more original limit to the due instant of a running clock (延期). */
  public ClockView extend(String caseNumber, String reason, Instant at) {
    CaseClock clock = clock(caseNumber);
    if (clock.state() != RUNNING) {
      throw illegal(caseNumber, "is " + clock.state().code() + "; only a running one is extended");
    }
    Instant second = next(clock, at);
    endSegment(clock, second);
    clock.extend(second, recounts.of(clock));
    return enter(clock, reason, second);
  }

  /** Starts a round at zero, with a full limit: for another unit, or for the next stage. */
  public ClockView restart(String caseNumber, Terms terms, String reason, Instant at) {
    CaseClock clock = clock(caseNumber);
    Instant second = next(clock, at);
    endSegment(clock, second);
    clock.begin(terms, second, calendar.forCategory(terms.category()));
    return enter(clock, reason, second);
  }

  /** The case is over: whatever runs or is paused stops; nothing without a clock. */
  public void end(String caseNumber, String reason, Instant at) {
    CaseClock clock = store.find(CaseClock.class, caseNumber);
    if (clock == null || clock.state() == STOPPED) {
      return;
    }
    Instant second = next(clock, at);
    endSegment(clock, second);
    clock.halt(STOPPED, NOBODY, second, recounts.of(clock));
    enter(clock, reason, second);
  }

  /** Whether the case was ever dispatched. */
  @Transactional(readOnly = true)
  public boolean exists(String caseNumber) {
    return store.find(CaseClock.class, caseNumber) != null;
  }

  /** The unit accountable in this round, whoever has the case just now; null without a clock. */
  @Transactional(readOnly = true)
  public String holderUnit(String caseNumber) {
    CaseClock clock = store.find(CaseClock.class, caseNumber);
    return clock == null ? null : clock.unit();
  }

  /** The rounds of the clock, each judged from its segments alone; empty without a clock. */
  @Transactional(readOnly = true)
  public List<Round> rounds(String caseNumber) {
    return Rounds.of(ledger(caseNumber), now.now());
  }

  /** The clock as it reads at an instant not before its last move; {@code none} without one. */
  @Transactional(readOnly = true)
  public ClockView view(String caseNumber, Instant at) {
    CaseClock clock = store.find(CaseClock.class, caseNumber);
    return clock == null
        ? ClockView.NONE
        : clock.view(at.truncatedTo(ChronoUnit.SECONDS), recounts.of(clock));
  }

  /**
   * When a running clock reaches this share of its whole limit; an instant not after the begin of
   * the running stretch when it has; null when the clock does not run.
   *
   * @param percent 100 for the due instant
   */
  @Transactional(readOnly = true)
  public Instant at(String caseNumber, int percent) {
    CaseClock clock = store.find(CaseClock.class, caseNumber);
    return clock == null || clock.state() != RUNNING ? null : clock.at(percent, recounts.of(clock));
  }

  /** All segments in order; the open one with the time used up to now. Empty without a clock. */
  @Transactional(readOnly = true)
  public List<Segment> ledger(String caseNumber) {
    CaseClock clock = store.find(CaseClock.class, caseNumber);
    if (clock == null) {
      return List.of();
    }
    Instant until = now.now().truncatedTo(ChronoUnit.SECONDS);
    long open = clock.usedSinceRunning(until, recounts.of(clock));
    return store
        .createQuery(
            "from ClockSegment s where s.key.caseNumber = :number order by s.key.seq",
            ClockSegment.class)
        .setParameter("number", caseNumber)
        .getResultStream()
        .map(segment -> segment.shown(open))
        .toList();
  }

  private ClockView halt(
      String caseNumber, ClockState halted, String holder, String reason, Instant at) {
    CaseClock clock = clock(caseNumber);
    if (clock.state() != RUNNING) {
      throw illegal(caseNumber, "is " + clock.state().code() + "; resume it first");
    }
    Instant second = next(clock, at);
    endSegment(clock, second);
    clock.halt(halted, holder, second, recounts.of(clock));
    return enter(clock, reason, second);
  }

  private void endSegment(CaseClock clock, Instant at) {
    store
        .find(ClockSegment.class, new ClockSegment.Key(clock.caseNumber(), clock.segments()))
        .end(at, clock.usedSinceRunning(at, recounts.of(clock)));
  }

  private ClockView enter(CaseClock clock, String reason, Instant at) {
    store.persist(new ClockSegment(clock, reason));
    events.publishEvent(new ClockMoved(clock.caseNumber()));
    return clock.view(at, recounts.of(clock));
  }

  private CaseClock clock(String caseNumber) {
    CaseClock clock = store.find(CaseClock.class, caseNumber);
    if (clock == null) {
      throw new Refusal(
          UNKNOWN, "Case " + caseNumber + " has no clock yet; it starts when it is dispatched.");
    }
    return clock;
  }

  /** The second of the next move; a clock first comes to the calendar in force. */
  private Instant next(CaseClock clock, Instant at) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    if (second.isBefore(clock.since())) {
      throw illegal(clock.caseNumber(), "last moved at " + clock.since() + ", after " + second);
    }
    recounts.bringUpToDate(clock, second);
    return second;
  }

  private static Refusal illegal(String caseNumber, String why) {
    return new Refusal(AGAINST_RULES, "The clock of case " + caseNumber + " " + why + ".");
  }
}
