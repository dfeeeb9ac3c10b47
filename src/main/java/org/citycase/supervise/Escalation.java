package org.citycase.supervise;

import jakarta.persistence.Column;
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

/** One escalation or word of supervision of a case, never changed once written. */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_escalation")
class Escalation implements Witnessed {

  @Embeddable
  record Key(@Column(name = "case_number") String caseNumber, int seq) implements Serializable {}

  /** The clock's round and extensions: under each, the ladder begins anew. */
  record Run(int round, int extensions) {
    static final Run NONE = new Run(0, 0);
  }

  @EmbeddedId private Key key;
  private Instant at;
  private String rungKey;
  private String cause;
  private int clockRound;
  private int extensions;
  private int sharePercent;
  private String levelCode;
  private String recipientGroup;
  private boolean alarm;
  private String rowId;
  private String note;

  protected Escalation() {}

  Escalation(Key key, Instant at, Occasion why, String level, Post.Told told) {
    this.key = key;
    this.at = at;
    this.rungKey = why.key(level, key.seq());
    this.cause = why.trigger();
    this.clockRound = why.run().round();
    this.extensions = why.run().extensions();
    this.sharePercent = why.share();
    this.levelCode = level;
    this.recipientGroup = told.group();
    this.alarm = told.alarm();
    this.rowId = why.row();
    this.note = why.note();
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.ESCALATION, key.caseNumber(), Integer.toString(key.seq()));
  }

  int seq() {
    return key.seq();
  }

  Instant at() {
    return at;
  }

  String cause() {
    return cause;
  }

  int share() {
    return sharePercent;
  }

  String level() {
    return levelCode;
  }

  String group() {
    return recipientGroup;
  }

  boolean isAlarm() {
    return alarm;
  }

  String row() {
    return rowId;
  }

  String note() {
    return note;
  }
}
