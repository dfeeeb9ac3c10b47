package org.citycase.standard;

import java.util.Optional;
import java.util.regex.Pattern;
import org.citycase.Refusal;
import org.citycase.Refusal.Kind;

/**
 * Identification code of a component (部件标识码): county, major and minor class, sequence from 1. 16
 * digits by CJ/T 214 and GB/T 30428.2 (minor of 2 digits), 17 by GB/T 47678.5-2026 (minor of 3).
 * Malformed codes are refused with the part that is wrong.
 */
public record ComponentCode(String value, Version version) {

  /** The standard a component is numbered by; it decides the length of the minor class. */
  public enum Version {
    /** GB/T 30428.2-2013 and CJ/T 214: 16 digits. */
    GBT_30428_2(2),
    /** GB/T 47678.5-2026: 17 digits. */
    GBT_47678_5(3);

    private final int minorDigits;

    Version(int minorDigits) {
      this.minorDigits = minorDigits;
    }

    int length() {
      return MINOR + minorDigits + SEQUENCE_DIGITS;
    }
  }

  private static final int MAJOR = 6;
  private static final int MINOR = 8;
  private static final int SEQUENCE_DIGITS = 6;
  private static final Pattern DIGITS = Pattern.compile("[0-9]*");

  public ComponentCode {
    if (value == null || value.isBlank()) {
      throw refused("The component code is missing. Give its " + version.length() + " digits.");
    }
    String start = "Component code " + value;
    if (!DIGITS.matcher(value).matches()) {
      throw refused(start + " holds something else than digits.");
    }
    if (value.length() != version.length()) {
      throw refused(
          "%s has %d digits, but needs %d: 6 county, 2 major, %d minor, 6 sequence."
              .formatted(start, value.length(), version.length(), version.minorDigits));
    }
    DistrictCode.requireCounty(start, value);
    CategoryCode.requireMajor(start, value.substring(MAJOR, MINOR));
    int sequenceAt = value.length() - SEQUENCE_DIGITS;
    if (Integer.parseInt(value.substring(MINOR, sequenceAt)) == 0) {
      throw refused(start + " has minor class 0. Minor classes start with 1.");
    }
    if (Integer.parseInt(value.substring(sequenceAt)) == 0) {
      throw refused(start + " ends with sequence 0. Sequences start with 1.");
    }
  }

  /** A code of either standard, told apart by its length. */
  public static ComponentCode of(String value) {
    boolean longer = value != null && value.length() == Version.GBT_47678_5.length();
    return new ComponentCode(value, longer ? Version.GBT_47678_5 : Version.GBT_30428_2);
  }

  /** The county by GB/T 2260, 6 digits. */
  public String county() {
    return value.substring(0, MAJOR);
  }

  /**
   * The category the code itself names, e.g. {@code C01-37}. Empty for a 17-digit code whose minor
   * was regrouped by GB/T 47678.5 (majors 03 to 05, and minor 01-016): there the register says it.
   */
  public Optional<String> category() {
    String major = value.substring(MAJOR, MINOR);
    String minor = value.substring(MINOR, value.length() - SEQUENCE_DIGITS);
    if (version == Version.GBT_30428_2) {
      return Optional.of("C" + major + "-" + minor);
    }
    boolean keptItsNumber =
        (major.equals("01") && !minor.equals("016") || major.equals("02")) && minor.startsWith("0");
    return keptItsNumber ? Optional.of("C" + major + "-" + minor.substring(1)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }

  private static Refusal refused(String sentence) {
    return Refusal.ofField(Kind.MALFORMED, "component", sentence);
  }
}
