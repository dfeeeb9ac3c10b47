package org.citycase.clock;

import static org.citycase.clock.ClockState.PAUSED;
import static org.citycase.clock.ClockState.RUNNING;
import static org.citycase.clock.ClockState.STOPPED;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.Witness;
import org.citycase.trail.Witnessed;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The running clock of a case, in whole seconds: what was used before the present state began, and
 * since when that state lasts. It refuses no move; {@link CaseClocks} does.
 */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_case_clock")
class CaseClock implements Witnessed {

  @Id private String caseNumber;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  private ClockState state;

  private int limitValue;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  private LimitUnit limitUnit;

  private long limitSeconds;
  private long extensionSeconds;
  private int extensions;
  private String limitVersion;
  private String category;
  private String unit;
  private long usedSeconds;
  private Instant sinceAt;
  private Instant haltedAt;
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
  void begin(Terms terms, Instant at, WorkCalendar calendar) {
    round++;
    limitValue = terms.limit().value();
    limitUnit = terms.limit().unit();
    limitVersion = terms.limitVersion() == null ? "" : terms.limitVersion();
    category = terms.category();
    limitSeconds = calendar.length(terms.limit()).toSeconds();
    extensionSeconds = 0;
    extensions = 0;
    usedSeconds = 0;
    unit = terms.holder();
    run(at, calendar);
  }

  /** Adds one more original limit to the due instant, not to this one (§5.6). */
  void extend(Instant at, WorkCalendar calendar) {
    usedSeconds += usedSinceRunning(at, calendar);
    extensionSeconds += limitSeconds;
    extensions++;
    runUntil(calendar.dueAfter(dueAt, Duration.ofSeconds(limitSeconds), limitUnit), at, calendar);
  }

  /** Runs with what is left; when nothing is left the case is overdue from this instant. */
  void run(Instant at, WorkCalendar calendar) {
    Duration left = Duration.ofSeconds(Math.max(0, wholeLimit() - usedSeconds));
    runUntil(calendar.dueAfter(at, left, limitUnit), at, calendar);
  }

  private void runUntil(Due due, Instant at, WorkCalendar calendar) {
    holder = unit;
    haltedAt = null;
    dueAt = due.at();
    provisional = due.provisional();
    calendarVersion = calendar.version();
    enter(RUNNING, at);
  }

  void halt(ClockState halted, String nowWith, Instant at, WorkCalendar calendar) {
    usedSeconds += usedSinceRunning(at, calendar);
    holder = nowWith;
    haltedAt = state == RUNNING ? at : haltedAt;
    enter(halted, at);
  }

  /**
   * Takes what another calendar makes of this round, whether anything moves or not. A halted clock
   * keeps the instant it was halted at, which is the one it is judged at.
   */
  void count(Recount recount) {
    provisional = recount.provisional();
    calendarVersion = recount.calendarVersion();
    if (recount.moves()) {
      usedSeconds = recount.used();
      dueAt = recount.due();
    }
  }

  /** A further entry of the same state begins. */
  void again(Instant at) {
    enter(state, at);
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

  /** When this share of the whole limit is used, if the clock runs on as it does. */
  Instant at(int percent, WorkCalendar calendar) {
    long share = Light.share(wholeLimit(), percent);
    long left = share - usedSeconds;
    if (percent == 100) {
      return dueAt;
    }
    return left <= 0
        ? sinceAt
        : calendar.dueAfter(sinceAt, Duration.ofSeconds(left), limitUnit).at();
  }

  ClockView view(Instant at, WorkCalendar calendar) {
    long used = usedSeconds + usedSinceRunning(at, calendar);
    boolean overdue = isLate(state == RUNNING ? at : haltedAt, dueAt, used);
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

  private boolean isLate(Instant judged, Instant due, long used) {
    return judged.isAfter(due) || used > wholeLimit();
  }

  /** Whether a halted clock would be judged otherwise with this due instant and time used. */
  boolean isJudgedOtherwise(Instant due, long used) {
    return isLate(haltedAt, due, used) != isLate(haltedAt, dueAt, usedSeconds);
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

  /** The unit that is accountable in this round, whoever has the case just now. */
  String unit() {
    return unit;
  }

  String category() {
    return category;
  }

  String calendarVersion() {
    return calendarVersion;
  }

  String limitVersion() {
    return limitVersion;
  }

  int extensions() {
    return extensions;
  }

  Instant dueAt() {
    return dueAt;
  }

  /** Time used in this round before the present state began. */
  long usedBefore() {
    return usedSeconds;
  }

  /** The limit and its extensions. */
  long wholeLimit() {
    return limitSeconds + extensionSeconds;
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.CLOCK, caseNumber, caseNumber);
  }
}
