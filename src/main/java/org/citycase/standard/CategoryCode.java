package org.citycase.standard;

import java.util.regex.Pattern;
import org.citycase.Refusal;

/**
 * Code of a category as this service writes it: {@code C} (component) or {@code E} (event), major
 * and minor class, e.g. {@code C01-37}. National majors are 01 to 06, local ones from 20; minors
 * start with 01 and may be extended locally. Malformed codes are refused.
 */
public record CategoryCode(Category.Kind kind, String major, String minor) {

  private static final Pattern MAJOR = Pattern.compile("0[1-6]|[2-9]\\d");
  private static final Pattern MINOR = Pattern.compile("0[1-9]|[1-9]\\d");
  private static final Pattern WRITTEN = Pattern.compile("[CE]\\d{2}-\\d{2}");

  public CategoryCode {
    String start = "Category " + letter(kind) + major + "-" + minor;
    requireMajor(start, major);
    if (!MINOR.matcher(minor).matches()) {
      throw refused(start + " has minor class " + minor + ". Minor classes are 01 to 99.");
    }
  }

  /** Reads {@code C01-37} or {@code E01-10}. */
  public static CategoryCode of(String value) {
    if (value == null || !WRITTEN.matcher(value).matches()) {
      throw refused(
          "Category "
              + value
              + " is not written like C01-37 (component) or E01-10 (event): letter, two digits"
              + " major, hyphen, two digits minor.");
    }
    Category.Kind kind = value.charAt(0) == 'C' ? Category.Kind.COMPONENT : Category.Kind.EVENT;
    return new CategoryCode(kind, value.substring(1, 3), value.substring(4));
  }

  @Override
  public String toString() {
    return letter(kind) + major + "-" + minor;
  }

  static void requireMajor(String start, String major) {
    if (!MAJOR.matcher(major).matches()) {
      throw refused(
          start
              + " has major class "
              + major
              + ", which is in no class list: national majors are 01 to 06, local ones from 20.");
    }
  }

  private static String letter(Category.Kind kind) {
    return kind == Category.Kind.COMPONENT ? "C" : "E";
  }

  private static Refusal refused(String sentence) {
    return Refusal.ofField(Refusal.Kind.MALFORMED, "category", sentence);
  }
}
