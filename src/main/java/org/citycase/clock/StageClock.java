package org.citycase.clock;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.Witness;
import org.citycase.trail.Witnessed;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A stored stretch of a stage: somebody's task, and how much of the stage's limit it took. */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_stage_clock")
class StageClock implements Witnessed {

  /** Which stretch of which case. */
  @Embeddable
  record Key(String caseNumber, int seq) implements Serializable {}

  @EmbeddedId private Key key;
  private String stage;
  private int turn;
  private String taskId;
  private String holder;
  private String person;
  private Instant fromAt;
  private Instant toAt;
  private int limitValue;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  private LimitUnit limitUnit;

  private long limitSeconds;
  private long usedBefore;
  private long usedSeconds;
  private Instant dueAt;
  private boolean overdue;
  private boolean paused;
  private String calendarVersion;

  protected StageClock() {}

  /**
   * @param before the stretch that was paused in the same turn of the stage, or null
   */
  StageClock(Key key, StageTask task, StageClock before, Instant at, WorkCalendar calendar) {
    this.key = key;
    this.stage = task.stage();
    this.turn = before == null ? key.seq() : before.turn;
    this.taskId = task.id();
    this.holder = task.holder();
    this.fromAt = at;
    Limit limit = task.limit().limit();
    this.limitValue = limit.value();
    this.limitUnit = limit.unit();
    this.limitSeconds = calendar.length(limit).toSeconds();
    this.usedBefore = before == null ? 0 : before.usedSeconds;
    this.usedSeconds = usedBefore;
    compute(calendar);
  }

  /** Computes the due instant by the calendar in force. */
  final void compute(WorkCalendar calendar) {
    Duration left = Duration.ofSeconds(Math.max(0, limitSeconds - usedBefore));
    dueAt = calendar.dueAfter(fromAt, left, limitUnit).at();
    calendarVersion = calendar.version();
  }

  /** Comes to another calendar; tells whether the due instant moved. */
  boolean recount(WorkCalendar calendar) {
    Instant before = dueAt;
    compute(calendar);
    return !dueAt.equals(before);
  }

  void end(String who, Instant at, boolean pause, WorkCalendar calendar) {
    person = who;
    toAt = at;
    paused = pause;
    usedSeconds = usedBefore + calendar.used(fromAt, at, limitUnit).toSeconds();
    overdue = at.isAfter(dueAt);
  }

  /** When this share of the stage's limit is used, unless the task ends before. */
  Instant at(int percent, WorkCalendar calendar) {
    if (percent == 100) {
      return dueAt;
    }
    long share = Light.share(limitSeconds, percent);
    long left = Math.max(0, share - usedBefore);
    return calendar.dueAfter(fromAt, Duration.ofSeconds(left), limitUnit).at();
  }

  String caseNumber() {
    return key.caseNumber();
  }

  boolean isPaused() {
    return paused;
  }

  boolean isOf(String name) {
    return stage.equals(name);
  }

  StageStretch shown(Instant now, WorkCalendar calendar) {
    boolean open = toAt == null;
    long used =
        open && now.isAfter(fromAt)
            ? usedBefore + calendar.used(fromAt, now, limitUnit).toSeconds()
            : usedSeconds;
    return new StageStretch(
        key.caseNumber(),
        stage,
        turn,
        taskId,
        holder,
        person,
        fromAt,
        toAt,
        new Limit(limitValue, limitUnit).toString(),
        limitSeconds,
        used,
        dueAt,
        open ? now.isAfter(dueAt) : overdue,
        paused);
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.STAGE, key.caseNumber(), Integer.toString(key.seq()));
  }
}
