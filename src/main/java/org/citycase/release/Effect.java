package org.citycase.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.citycase.clock.Limit;

/**
 * What would follow of other answers for one case.
 *
 * @param points by unit, also when they stay as they are; null when they cannot be told
 */
record Effect(
    Pair<String> unit,
    Pair<Limit> limit,
    Pair<Instant> due,
    Pair<Boolean> onTime,
    Pair<Map<String, BigDecimal>> points) {

  static final Effect NONE = new Effect(null, null, null, null, null);

  static Effect ofLimit(Pair<Limit> limit, Pair<Map<String, BigDecimal>> points) {
    return new Effect(null, limit, null, null, points);
  }

  static Effect ofUnit(Pair<String> unit, Pair<Map<String, BigDecimal>> points) {
    return new Effect(unit, null, null, null, points);
  }

  static Effect ofPoints(Pair<Map<String, BigDecimal>> points) {
    return new Effect(null, null, null, null, points);
  }

  /** The points, or null when they stay as they are. */
  Pair<Map<String, BigDecimal>> movedPoints() {
    return points == null ? null : Pair.ofDifferent(points.before(), points.after());
  }

  boolean becameLate() {
    return onTime != null && Boolean.TRUE.equals(onTime.before()) && isLate(onTime.after());
  }

  boolean becameOnTime() {
    return onTime != null && isLate(onTime.before()) && Boolean.TRUE.equals(onTime.after());
  }

  private static boolean isLate(Boolean inTime) {
    return Boolean.FALSE.equals(inTime);
  }
}
