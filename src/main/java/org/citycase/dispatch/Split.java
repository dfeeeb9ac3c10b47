package org.citycase.dispatch;

import static org.citycase.Refusal.Kind.MALFORMED;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.citycase.Refusal;

/** How the points of a coordinated case are shared, main unit first, e.g. {@code 60/40}. */
final class Split {

  private static final Pattern SHARES =
      Pattern.compile("\\d{1,3}(\\.\\d{1,2})?(\\s*/\\s*\\d{1,3}(\\.\\d{1,2})?)*");

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private Split() {}

  /** The shares without blanks; null when nothing was said. */
  static String of(String text, int units) {
    if (text == null) {
      return null;
    }
    if (!SHARES.matcher(text).matches()) {
      throw malformed(text, units);
    }
    String[] shares = text.replaceAll("\\s", "").split("/");
    BigDecimal sum =
        Arrays.stream(shares).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (shares.length != units || sum.compareTo(ALL) != 0) {
      throw malformed(text, units);
    }
    return String.join("/", shares);
  }

  private static Refusal malformed(String text, int units) {
    return Refusal.ofField(
        MALFORMED,
        "split",
        ("'%s' does not share the points of %d unit(s): write one number for each, the main unit"
                + " first, that add up to 100, e.g. 60/40.")
            .formatted(text, units));
  }
}
