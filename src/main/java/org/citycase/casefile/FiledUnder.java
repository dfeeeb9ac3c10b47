package org.citycase.casefile;

import jakarta.persistence.Embeddable;
import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;

/** 立案: the limit of the standard a case was filed under; nothing before its filing. */
@Embeddable
class FiledUnder {

  private Integer limitValue;
  private String limitUnit;
  private String standardVersion;

  protected FiledUnder() {}

  void under(Limit limit, String version) {
    limitValue = limit.value();
    limitUnit = limit.unit().code();
    standardVersion = version;
  }

  void nothing() {
    limitValue = null;
    limitUnit = null;
    standardVersion = null;
  }

  Limit limit() {
    return limitValue == null ? null : new Limit(limitValue, LimitUnit.of(limitUnit));
  }

  String standardVersion() {
    return standardVersion;
  }
}
