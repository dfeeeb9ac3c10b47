package org.citycase.standard;

import java.util.regex.Pattern;
import org.citycase.Refusal;
import org.citycase.Refusal.Kind;

/**
 * Code of a unit: the 18-character unified social credit code (统一社会信用代码, GB 32100), whose last
 * character checks the others, or a shorter local code of capital letters, digits and hyphens such
 * as {@code LAMP-CO}. Malformed codes and wrong check characters are refused.
 */
public record UnitCode(String value) {

  private static final Pattern LOCAL = Pattern.compile("[A-Z0-9-]{2,32}");
  private static final int NATIONAL_LENGTH = 18;
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  public UnitCode {
    if (value == null || !LOCAL.matcher(value).matches()) {
      throw refused("Unit code " + value + " is not 2 to 32 capital letters, digits and hyphens.");
    }
    if (value.length() == NATIONAL_LENGTH && value.indexOf('-') < 0) {
      requireCheckCharacter(value);
    }
  }

  public static UnitCode of(String value) {
    return new UnitCode(value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static void requireCheckCharacter(String value) {
    int sum = 0;
    for (int i = 0; i < NATIONAL_LENGTH; i++) {
      int number = CHARACTERS.indexOf(value.charAt(i));
      if (number < 0) {
        throw refused(
            "Unit code %s holds the letter %s, which GB 32100 leaves out (I O S V Z)."
                .formatted(value, value.charAt(i)));
      }
      sum += i < WEIGHTS.length ? number * WEIGHTS[i] : 0;
    }
    char check = CHARACTERS.charAt((31 - sum % 31) % 31);
    if (value.charAt(NATIONAL_LENGTH - 1) != check) {
      throw refused(
          "Unit code %s ends with %s, but its check character by GB 32100 is %s. Look for a typing mistake."
              .formatted(value, value.charAt(NATIONAL_LENGTH - 1), check));
    }
  }

  private static Refusal refused(String sentence) {
    return Refusal.ofField(Kind.MALFORMED, "unit", sentence);
  }
}
