package org.citycase.supervise;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;

/** The second clock of a hotline case: it never pauses and stops when the caller is answered. */
@Entity
@Table(name = "cc_reply_clock")
class ReplyClock {

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
