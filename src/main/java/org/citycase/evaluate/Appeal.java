package org.citycase.evaluate;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.Witness;
import org.citycase.trail.Witnessed;
import org.springframework.data.domain.Persistable;

/**
 * 申诉 of a unit against the overdue mark of a closed case: there is one for a case, the dispatcher
 * decides, and what he grants the operator reviews.
 */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_appeal")
class Appeal implements Persistable<String>, Witnessed {

  static final String PENDING = "pending";
  static final String AGREED = "agreed";
  static final String GRANTED = "granted";
  static final String REFUSED = "refused";

  @Id private String caseNumber;
  private String unit;
  private String askedBy;
  private Instant askedAt;
  private String reason;
  private String state = PENDING;
  private String decidedBy;
  private Instant decidedAt;
  private String decision;
  private String reviewedBy;
  private Instant reviewedAt;
  private String review;
  @Transient private boolean stored;

  protected Appeal() {}

  Appeal(String caseNumber, String unit, String person, Instant at, String reason) {
    this.caseNumber = caseNumber;
    this.unit = unit;
    this.askedBy = person;
    this.askedAt = at;
    this.reason = reason;
  }

  /** The dispatcher's word: refused is final, granted goes on to the operator. */
  void decide(boolean granted, String person, Instant at, String why) {
    state = granted ? AGREED : REFUSED;
    decidedBy = person;
    decidedAt = at;
    decision = why;
  }

  /** The operator's word, which is final. */
  void review(boolean granted, String person, Instant at, String why) {
    state = granted ? GRANTED : REFUSED;
    reviewedBy = person;
    reviewedAt = at;
    review = why;
  }

  /** Whether this person asked or decided, and so must not judge it. */
  boolean isBy(String person) {
    return person.equals(askedBy) || person.equals(decidedBy);
  }

  boolean is(String wanted) {
    return state.equals(wanted);
  }

  /** As the interface shows it. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("state", state);
    facts.put("unit", unit);
    facts.put("askedBy", askedBy);
    facts.put("askedAt", askedAt);
    facts.put("reason", reason);
    facts.put("decidedBy", decidedBy);
    facts.put("decidedAt", decidedAt);
    facts.put("decision", decision);
    facts.put("reviewedBy", reviewedBy);
    facts.put("reviewedAt", reviewedAt);
    facts.put("review", review);
    return facts;
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.APPEAL, caseNumber, caseNumber);
  }

  @Override
  public String getId() {
    return caseNumber;
  }

  @Override
  public boolean isNew() {
    return !stored;
  }

  @PostLoad
  @PostPersist
  void wasStored() {
    stored = true;
  }
}
