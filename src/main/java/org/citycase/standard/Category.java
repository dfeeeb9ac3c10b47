package org.citycase.standard;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One category (小类) of the standard: a kind of component or of event.
 *
 * @param code as {@link CategoryCode} writes it, e.g. {@code C01-37}
 * @param legacyCode the class code of CJ/T 214, four digits; null when there was none
 * @param validFrom first day of validity
 * @param validTo last day of validity; null while in force
 */
@Embeddable
public record Category(
    String code,
    @JdbcTypeCode(SqlTypes.VARCHAR) Kind kind,
    String majorNameZh,
    String majorNameEn,
    String nameZh,
    String nameEn,
    String legacyCode,
    LocalDate validFrom,
    LocalDate validTo) {

  /** What a category describes. */
  public enum Kind {
    /** 部件: a thing with a place of its own, e.g. a street lamp. */
    COMPONENT,
    /** 事件: something that happens, e.g. uncovered refuse. */
    EVENT
  }

  /** Whether the category may be used on that day. */
  public boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
