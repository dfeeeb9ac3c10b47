package org.citycase.clock;

import static org.citycase.clock.ClockState.PAUSED;
import static org.citycase.clock.ClockState.RUNNING;
import static org.citycase.clock.ClockState.STOPPED;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The running clock of a case, in whole seconds: what was used before the present state began, and
 * since when that state lasts. It refuses no move; {@link CaseClocks} does.
 */
@Entity
@Table(name = "cc_case_clock")
class CaseClock {

  @Id private String caseNumber;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  private ClockState state;

  private int limitValue;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  private LimitUnit limitUnit;

  private long limitSeconds;
  private long extensionSeconds;
  private long usedSeconds;
  private Instant sinceAt;
  private Instant dueAt;
  private String holder;
  private boolean provisional;
  private String calendarVersion;
  private int round;
  private int segments;
  @Version private int rowVersion;

  protected CaseClock() {}

  CaseClock(String caseNumber) {
    this.caseNumber = caseNumber;
  }

  /** Begins a round at zero with the full limit. */
  void begin(Limit limit, String unit, Instant at, WorkCalendar calendar) {
    round++;
    limitValue = limit.value();
    limitUnit = limit.unit();
    limitSeconds = calendar.length(limit).toSeconds();
    extensionSeconds = 0;
    usedSeconds = 0;
    holder = unit;
    run(at, calendar);
  }

  /** Runs with what is left; when nothing is left the case is overdue from this instant. */
  void run(Instant at, WorkCalendar calendar) {
    Duration left = Duration.ofSeconds(Math.max(0, wholeLimit() - usedSeconds));
    Due due = calendar.dueAfter(at, left, limitUnit);
    dueAt = due.at();
    provisional = due.provisional();
    calendarVersion = calendar.version();
    enter(RUNNING, at);
  }

  void halt(ClockState halted, Instant at, WorkCalendar calendar) {
    usedSeconds += usedSinceRunning(at, calendar);
    enter(halted, at);
  }

  private void enter(ClockState next, Instant at) {
    state = next;
    sinceAt = at;
    segments++;
  }

  /** The time used in the present state; what is not running uses none. */
  long usedSinceRunning(Instant at, WorkCalendar calendar) {
    return state == RUNNING && at.isAfter(sinceAt)
        ? calendar.used(sinceAt, at, limitUnit).toSeconds()
        : 0;
  }

  ClockView view(Instant at, WorkCalendar calendar) {
    long used = usedSeconds + usedSinceRunning(at, calendar);
    Instant judged = state == RUNNING ? at : sinceAt;
    boolean overdue = judged.isAfter(dueAt) || used > wholeLimit();
    return new ClockView(
        state,
        limit(),
        holder,
        used,
        wholeLimit() - used,
        Light.of(used, wholeLimit(), overdue),
        state == PAUSED ? null : dueAt,
        overdue,
        Math.max(0, (double) (used - wholeLimit()) / wholeLimit()),
        provisional);
  }

  String caseNumber() {
    return caseNumber;
  }

  ClockState state() {
    return state;
  }

  boolean isHalted() {
    return state == PAUSED || state == STOPPED;
  }

  Instant since() {
    return sinceAt;
  }

  Limit limit() {
    return new Limit(limitValue, limitUnit);
  }

  String holder() {
    return holder;
  }

  int round() {
    return round;
  }

  int segments() {
    return segments;
  }

  private long wholeLimit() {
    return limitSeconds + extensionSeconds;
  }
}
