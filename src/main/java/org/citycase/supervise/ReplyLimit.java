package org.citycase.supervise;

import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;
import org.citycase.rules.OneOf;
import org.citycase.rules.Range;

/** How long the reply to a caller may take, from the call on. */
public record ReplyLimit(
    @Range(from = 1, to = 3650) int limitValue,
    @OneOf({"urgent_hour", "work_hour", "work_day", "natural_day"}) String limitUnit) {

  Limit limit() {
    return new Limit(limitValue, LimitUnit.of(limitUnit));
  }
}
