package org.citycase.standard;

import java.util.regex.Pattern;
import org.citycase.Refusal;
import org.citycase.Refusal.Kind;

/**
 * Code of a unit grid (单元网格编码): 6 digits county, 3 sub-district, 3 community, then the sequence in
 * the community. A malformed code is refused with the part that is wrong; whether county,
 * sub-district and community exist is known to {@link Districts}.
 */
public record GridCode(String value, Version version) {

  /** The standard a city numbers its grids by; it decides the length of the sequence. */
  public enum Version {
    /** GB/T 30428.1: 15 digits, sequence 001–999. */
    GBT_30428_1(3),
    /** CJ/T 213-2005, the older short form: 14 digits, sequence 01–99. */
    CJT_213_2005(2);

    private final int sequenceDigits;

    Version(int sequenceDigits) {
      this.sequenceDigits = sequenceDigits;
    }

    int length() {
      return COMMUNITY + sequenceDigits;
    }

    int lastSequence() {
      return sequenceDigits == 3 ? 999 : 99;
    }

    GridCode code(String community, int sequence) {
      return new GridCode(community + ("%0" + sequenceDigits + "d").formatted(sequence), this);
    }
  }

  private static final int COUNTY = 6;
  private static final int SUBDISTRICT = 9;
  private static final int COMMUNITY = 12;
  private static final Pattern DIGITS = Pattern.compile("[0-9]*");

  public GridCode {
    if (value == null || value.isBlank()) {
      throw refused("The grid code is missing. Give its " + version.length() + " digits.");
    }
    String start = "Grid code " + value;
    if (!DIGITS.matcher(value).matches()) {
      throw refused(start + " holds something else than digits.");
    }
    if (value.length() != version.length()) {
      throw refused(
          "%s has %d digits, but needs %d: 6 county, 3 sub-district, 3 community, %d sequence."
              .formatted(start, value.length(), version.length(), version.sequenceDigits));
    }
    DistrictCode.requireForm(start, value.substring(0, COMMUNITY));
    if (Integer.parseInt(value.substring(COMMUNITY)) == 0) {
      throw refused(start + " ends with sequence 0. Sequences start with 1.");
    }
  }

  /** A code by GB/T 30428.1, 15 digits. */
  public static GridCode of(String value) {
    return new GridCode(value, Version.GBT_30428_1);
  }

  /** The county by GB/T 2260, 6 digits. */
  public String county() {
    return value.substring(0, COUNTY);
  }

  /** County and sub-district by GB/T 10114, 9 digits. */
  public String subdistrict() {
    return value.substring(0, SUBDISTRICT);
  }

  /** County, sub-district and community, 12 digits. */
  public String community() {
    return value.substring(0, COMMUNITY);
  }

  /** The number of the grid in its community, from 1. */
  public int sequence() {
    return Integer.parseInt(value.substring(COMMUNITY));
  }

  @Override
  public String toString() {
    return value;
  }

  private static Refusal refused(String sentence) {
    return Refusal.ofField(Kind.MALFORMED, "grid", sentence);
  }
}
