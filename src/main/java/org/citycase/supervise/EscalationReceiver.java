package org.citycase.supervise;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One person who was told of an escalation, and by which notice. */
@Entity
@Table(name = "cc_escalation_receiver")
class EscalationReceiver {

  @Embeddable
  record Key(
      @Column(name = "case_number") String caseNumber,
      @Column(name = "escalation_seq") int escalation,
      @Column(name = "user_name") String user)
      implements Serializable {}

  @EmbeddedId private Key key;
  private long noticeId;

  protected EscalationReceiver() {}

  EscalationReceiver(Escalation.Key escalation, String user, long noticeId) {
    this.key = new Key(escalation.caseNumber(), escalation.seq(), user);
    this.noticeId = noticeId;
  }

  int escalation() {
    return key.escalation();
  }

  String user() {
    return key.user();
  }

  long noticeId() {
    return noticeId;
  }
}
