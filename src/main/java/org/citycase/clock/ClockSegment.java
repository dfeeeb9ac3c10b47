package org.citycase.clock;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.Witness;
import org.citycase.trail.Witnessed;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A stored entry of the ledger. Only the last one of a case is open, and only to be ended. */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_clock_segment")
class ClockSegment implements Witnessed {

  // The case log keeps a long reason whole.
  private static final int REASON = 500;

  /** Which segment of which case. */
  @Embeddable
  record Key(String caseNumber, int seq) implements Serializable {}

  @EmbeddedId private Key key;
  private int round;
  private Instant fromAt;
  private Instant toAt;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  private ClockState state;

  private String holder;
  private String reason;
  private String limitText;
  private long usedSeconds;
  private String calendarVersion;
  private String limitVersion;
  private long wholeSeconds;
  private int extensions;
  private Instant dueAt;
  private String unit;
  private boolean adjusting;

  protected ClockSegment() {}

  ClockSegment(CaseClock clock, String reason) {
    this.key = new Key(clock.caseNumber(), clock.segments());
    this.round = clock.round();
    this.fromAt = clock.since();
    this.state = clock.state();
    this.holder = clock.holder();
    this.reason = reason.length() <= REASON ? reason : reason.substring(0, REASON - 1) + "…";
    this.limitText = clock.limit().toString();
    this.calendarVersion = clock.calendarVersion();
    this.limitVersion = clock.limitVersion();
    this.wholeSeconds = clock.wholeLimit();
    this.extensions = clock.extensions();
    this.dueAt = clock.state() == ClockState.RUNNING ? clock.dueAt() : null;
    this.unit = clock.unit();
  }

  void end(Instant at, long used) {
    this.toAt = at;
    this.usedSeconds = used;
  }

  /** Makes this an entry without length that corrects the time used before it. */
  void adjust(long correction, Instant due) {
    this.adjusting = true;
    this.toAt = fromAt;
    this.usedSeconds = correction;
    this.dueAt = due;
  }

  void countedBy(String version) {
    this.calendarVersion = version;
  }

  boolean isOpen() {
    return toAt == null;
  }

  String caseNumber() {
    return key.caseNumber();
  }

  int seq() {
    return key.seq();
  }

  Instant from() {
    return fromAt;
  }

  /** The end of the stretch; this instant while it lasts. */
  Instant until(Instant now) {
    return toAt == null ? now : toAt;
  }

  long wholeSeconds() {
    return wholeSeconds;
  }

  Segment shown(long used) {
    return new Segment(
        key.seq(),
        round,
        fromAt,
        toAt,
        state,
        holder,
        reason,
        limitText,
        toAt == null ? used : usedSeconds,
        calendarVersion,
        limitVersion,
        wholeSeconds,
        extensions,
        dueAt,
        unit,
        adjusting);
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.SEGMENT, key.caseNumber(), Integer.toString(key.seq()));
  }
}
