package org.citycase.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** Penalty points of one unit for one trigger of a case; higher is worse. */
@Entity
@Table(name = "cc_penalty_item")
public class PenaltyItem implements Persistable<String> {

  @Id private String id = UUID.randomUUID().toString();
  private String caseNumber;
  private int position;
  private String code;
  private String unit;

  @Column(precision = 8, scale = 3)
  private BigDecimal points;

  protected PenaltyItem() {}

  public PenaltyItem(String caseNumber, int position, String code, String unit, BigDecimal points) {
    this.caseNumber = caseNumber;
    this.position = position;
    this.code = code;
    this.unit = unit;
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
}
