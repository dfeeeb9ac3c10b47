package org.citycase.standard;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A county (区县), sub-district (街道、镇、乡) or community (社区).
 *
 * @param code 6, 9 or 12 digits
 * @param nameEn null when the city gives none
 * @param parent code of the district it lies in; null for a county
 * @param maturity how far the area is built up (区域成熟度): A, B or C; null leaves it to the parent
 */
@Embeddable
public record District(
    String code,
    @Column(name = "district_level") @JdbcTypeCode(SqlTypes.VARCHAR) Level level,
    String nameZh,
    String nameEn,
    String parent,
    String maturity) {

  /** In this language; in Chinese when there is no English name. */
  public String name(boolean english) {
    return english && nameEn != null ? nameEn : nameZh;
  }

  /** The three levels a grid code is made of. */
  public enum Level {
    COUNTY(6),
    SUBDISTRICT(9),
    COMMUNITY(12);

    private final int digits;

    Level(int digits) {
      this.digits = digits;
    }

    int digits() {
      return digits;
    }
  }
}
