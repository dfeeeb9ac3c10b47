package org.citycase.standard;

import java.util.regex.Pattern;
import org.citycase.Refusal;
import org.citycase.Refusal.Kind;

/**
 * The form shared by all codes of places: county (GB/T 2260), sub-district (GB/T 10114: 001–099 街道,
 * 100–199 镇, 200–399 乡, 400–599 other) and community, 6, 9 or 12 digits.
 */
final class DistrictCode {

  private static final Pattern COUNTY = Pattern.compile("[1-9][0-9]{5}");
  private static final Pattern SUBDISTRICT = Pattern.compile("(0(0[1-9]|[1-9]\\d)|[1-5]\\d{2})");
  private static final Pattern DIGITS = Pattern.compile("[0-9]*");

  private DistrictCode() {}

  /**
   * Refuses a code of 6, 9 or 12 digits whose parts cannot be.
   *
   * @param start how the sentence begins, e.g. "Grid code 370102000201009"
   */
  static void requireForm(String start, String code) {
    if (!DIGITS.matcher(code).matches()) {
      throw refused(start + " holds something else than digits.");
    }
    requireCounty(start, code);
    if (code.length() >= 9) {
      String subdistrict = code.substring(6, 9);
      if (!SUBDISTRICT.matcher(subdistrict).matches()) {
        throw refused(
            start + " has sub-district " + subdistrict + ", but sub-districts are 001 to 599.");
      }
    }
  }

  static void requireCounty(String start, String code) {
    String county = code.substring(0, Math.min(6, code.length()));
    if (!COUNTY.matcher(county).matches()) {
      throw refused(
          start
              + " has county "
              + county
              + ", but a county has 6 digits and does not begin with 0.");
    }
  }

  private static Refusal refused(String sentence) {
    return new Refusal(Kind.MALFORMED, sentence);
  }
}
