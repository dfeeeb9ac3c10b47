package org.citycase.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.Witness;
import org.citycase.trail.Witnessed;
import org.springframework.data.domain.Persistable;

/** Penalty points of one person, e.g. a collector whose field task was late; not the unit's. */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_personal_penalty")
public class PersonalPenalty implements Persistable<String>, Witnessed {

  @Id private String id = UUID.randomUUID().toString();
  private String caseNumber;
  private int position;
  private String code;
  private String person;

  @Column(precision = 8, scale = 3)
  private BigDecimal points;

  protected PersonalPenalty() {}

  public PersonalPenalty(
      String caseNumber, int position, String code, String person, BigDecimal points) {
    this.caseNumber = caseNumber;
    this.position = position;
    this.code = code;
    this.person = person;
    this.points = points;
  }

  @Override
  @JsonIgnore
  public String getId() {
    return id;
  }

  @Override
  @JsonIgnore
  public boolean isNew() {
    return true;
  }

  public String caseNumber() {
    return caseNumber;
  }

  public String getCode() {
    return code;
  }

  /** The user who bears the points. */
  public String getPerson() {
    return person;
  }

  public BigDecimal getPoints() {
    return points.stripTrailingZeros();
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.PERSONAL_PENALTY, caseNumber, id);
  }
}
