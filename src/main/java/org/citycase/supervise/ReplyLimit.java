package org.citycase.supervise;

import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;
import org.citycase.rules.OneOf;

/** How long the reply to a caller may take, from the call on. */
public record ReplyLimit(
    int limitValue,
    @OneOf({"urgent_hour", "work_hour", "work_day", "natural_day"}) String limitUnit) {

  public ReplyLimit {
    if (limitValue < 1) {
      throw new IllegalArgumentException("A reply needs a limit of at least 1.");
    }
  }

  Limit limit() {
    return new Limit(limitValue, LimitUnit.of(limitUnit));
  }
}
