package org.citycase.release;

import java.math.BigDecimal;
import java.util.Map;

/** Adds up what follows for some cases. */
final class Tally {

  private long changed;
  private long late;
  private long onTime;
  private BigDecimal before = BigDecimal.ZERO;
  private BigDecimal after = BigDecimal.ZERO;

  /** One more case changes. */
  void add(Effect effect) {
    changed++;
    late += effect.becameLate() ? 1 : 0;
    onTime += effect.becameOnTime() ? 1 : 0;
  }

  /** One more case changes, by which this unit neither becomes late nor on time. */
  void addWithoutMark() {
    changed++;
  }

  void addPoints(BigDecimal more, BigDecimal moreAfter) {
    before = before.add(more);
    after = after.add(moreAfter);
  }

  /**
   * The sum so far.
   *
   * @param pointsTold whether points follow at all of what was rehearsed
   */
  Outcome.Sum sum(boolean pointsTold) {
    Pair<BigDecimal> points = pointsTold ? new Pair<>(plain(before), plain(after)) : null;
    return new Outcome.Sum(changed, late, onTime, points);
  }

  static BigDecimal sum(Map<String, BigDecimal> points) {
    return plain(points.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Without an exponent: 10 and not 1E+1. */
  private static BigDecimal plain(BigDecimal points) {
    BigDecimal stripped = points.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
