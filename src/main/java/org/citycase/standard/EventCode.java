package org.citycase.standard;

import java.util.regex.Pattern;
import org.citycase.Refusal;
import org.citycase.Refusal.Kind;

/**
 * Code of an event (事件编码) as other platforms write it: the class code {@code 01-36}, or in full
 * with the county before it, 10 digits (GB/T 30428.2) or 11 (GB/T 47678.5-2026, minor of 3 digits).
 * Malformed codes are refused.
 *
 * @param county 6 digits, null for a class code alone
 */
public record EventCode(String county, CategoryCode category) {

  private static final Pattern CLASS = Pattern.compile("\\d{2}-\\d{2}");
  private static final Pattern FULL = Pattern.compile("\\d{10}");
  private static final Pattern FULL_3_DIGIT_MINOR = Pattern.compile("\\d{8}0\\d{2}");

  /** Reads {@code 01-36}, {@code 3701020136} or {@code 37010201036}. */
  public static EventCode of(String value) {
    String code = value == null ? "" : value;
    if (CLASS.matcher(code).matches()) {
      return new EventCode(null, event(code.substring(0, 2), code.substring(3)));
    }
    if (FULL.matcher(code).matches() || FULL_3_DIGIT_MINOR.matcher(code).matches()) {
      DistrictCode.requireCounty("Event code " + code, code);
      return new EventCode(
          code.substring(0, 6), event(code.substring(6, 8), code.substring(code.length() - 2)));
    }
    throw Refusal.ofField(
        Kind.MALFORMED,
        "category",
        "Event code "
            + value
            + " is neither a class code like 01-36 nor 10 or 11 digits with the county before it.");
  }

  private static CategoryCode event(String major, String minor) {
    return new CategoryCode(Category.Kind.EVENT, major, minor);
  }
}
