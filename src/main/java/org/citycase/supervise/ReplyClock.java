package org.citycase.supervise;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.Witness;
import org.citycase.trail.Witnessed;

/** The second clock of a hotline case: it never pauses and stops when the caller is answered. */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_reply_clock")
class ReplyClock implements Witnessed {

  @Id private String caseNumber;
  private String hotline;
  private String kind;
  private int limitValue;
  private String limitUnit;
  private Instant startedAt;
  private Instant dueAt;
  private Instant answeredAt;
  private String answer;

  protected ReplyClock() {}

  ReplyClock(String caseNumber, HotlineCall call, Limit limit, Instant at) {
    this.caseNumber = caseNumber;
    this.hotline = call.line();
    this.kind = call.kind();
    this.limitValue = limit.value();
    this.limitUnit = limit.unit().code();
    this.startedAt = at;
  }

  /** Until when the caller must be answered, by the calendar in force. */
  void due(Instant at) {
    dueAt = at;
  }

  void answered(String text, Instant at) {
    answer = text;
    answeredAt = at;
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.REPLY, caseNumber, caseNumber);
  }

  String line() {
    return hotline;
  }

  String kind() {
    return kind;
  }

  Limit limit() {
    return new Limit(limitValue, LimitUnit.of(limitUnit));
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant dueAt() {
    return dueAt;
  }

  boolean isOpen() {
    return answeredAt == null;
  }

  Instant answeredAt() {
    return answeredAt;
  }

  String answer() {
    return answer;
  }
}
