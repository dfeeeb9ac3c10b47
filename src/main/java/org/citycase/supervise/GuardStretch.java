package org.citycase.supervise;

import jakarta.persistence.Column;
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

/** How long one person kept guard at a danger (守护). */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_guard")
class GuardStretch implements Witnessed {

  @Embeddable
  record Key(@Column(name = "case_number") String caseNumber, int seq) implements Serializable {}

  @EmbeddedId private Key key;
  private String person;
  private Instant fromAt;
  private Instant toAt;
  private String endedBy;
  private String toldBy;
  private String note;

  protected GuardStretch() {}

  GuardStretch(Key key, String person, Instant from) {
    this.key = key;
    this.person = person;
    this.fromAt = from;
  }

  void end(GuardEvent how, String told, String why, Instant at) {
    toAt = at;
    endedBy = how.code();
    toldBy = told;
    note = why;
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.GUARD, key.caseNumber(), Integer.toString(key.seq()));
  }

  boolean isOn() {
    return toAt == null;
  }

  boolean endedBy(GuardEvent how) {
    return how.code().equals(endedBy);
  }

  long seconds(Instant now) {
    Instant until = toAt == null ? now : toAt;
    return Math.max(0, Duration.between(fromAt, until).toSeconds());
  }

  int seq() {
    return key.seq();
  }

  String person() {
    return person;
  }

  Instant from() {
    return fromAt;
  }

  Instant to() {
    return toAt;
  }

  String endedBy() {
    return endedBy;
  }

  String toldBy() {
    return toldBy;
  }

  String note() {
    return note;
  }
}
