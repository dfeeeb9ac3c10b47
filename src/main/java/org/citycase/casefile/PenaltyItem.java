package org.citycase.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
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

/**
 * Penalty points of one unit for one thing that went wrong with a case; higher is worse. Once
 * stored it is never changed: a correction is another item with negative points.
 */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_penalty_item")
public class PenaltyItem implements Persistable<String>, Witnessed {

  @Id private String id = UUID.randomUUID().toString();
  private String caseNumber;
  private int position;
  private String cause;
  private String code;
  private String unit;

  @Column(precision = 8, scale = 3)
  private BigDecimal points;

  private Integer adjusts;

  protected PenaltyItem() {}

  /**
   * @param position from 0, the order of the items of a case
   * @param cause what went wrong, a trigger of the penalty table
   */
  public PenaltyItem(
      String caseNumber, int position, String cause, String code, String unit, BigDecimal points) {
    this.caseNumber = caseNumber;
    this.position = position;
    this.cause = cause;
    this.code = code;
    this.unit = unit;
    this.points = points;
  }

  /** The item that takes back this share of the points of this one. */
  public PenaltyItem adjusted(int next, String why, String byCode, BigDecimal share) {
    BigDecimal back = points.multiply(share).negate();
    PenaltyItem item = new PenaltyItem(caseNumber, next, why, byCode, unit, back);
    item.adjusts = position;
    return item;
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

  public int getPosition() {
    return position;
  }

  /** What went wrong, a trigger of the penalty table, or why the points are adjusted. */
  public String getCause() {
    return cause;
  }

  /** The code of the penalty standard's row, e.g. {@code OT-1}. */
  public String getCode() {
    return code;
  }

  public String getUnit() {
    return unit;
  }

  public BigDecimal getPoints() {
    return points.stripTrailingZeros();
  }

  /** The position of the item that this one takes back, or null. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public Integer getAdjusts() {
    return adjusts;
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.PENALTY, caseNumber, id);
  }
}
