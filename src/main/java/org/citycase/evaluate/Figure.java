package org.citycase.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The value of an indicator for one unit, district or person.
 *
 * @param numerator what is counted; null for a count that nobody made
 * @param denominator out of how many; null for a plain count
 */
record Figure(Indicator indicator, Long numerator, Long denominator) {

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final String NONE = "–";

  /** The rate in percent, the average, or the count; null for nothing out of nothing. */
  BigDecimal value() {
    if (indicator.isCount()) {
      return numerator == null ? null : BigDecimal.valueOf(numerator);
    }
    if (denominator == null || denominator == 0) {
      return null;
    }
    BigDecimal counted = BigDecimal.valueOf(numerator);
    return (indicator.isRate() ? counted.multiply(PERCENT) : counted)
        .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64);
  }

  /** The value with two digits, half up; null without a value. */
  BigDecimal rounded() {
    BigDecimal value = value();
    return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
  }

  /** The value as people read it: {@code 97.56 %}, {@code 1500}, or a dash. */
  String shown() {
    BigDecimal rounded = rounded();
    if (rounded == null) {
      return NONE;
    }
    String plain = rounded.stripTrailingZeros().toPlainString();
    return indicator.isRate() ? plain + " %" : plain;
  }
}
