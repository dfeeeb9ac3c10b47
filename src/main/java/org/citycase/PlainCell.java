package org.citycase;

import java.util.regex.Pattern;

/** A cell of a file for spreadsheets that shows its text and is never calculated. */
public final class PlainCell {

  private static final Pattern FORMULA = Pattern.compile("[\\t\\r\\n]|[\\s\u3000]*[=+\\-@＝＋－＠]");

  private PlainCell() {}

  /**
   * Text that a spreadsheet would calculate is marked as text; so are the wide signs a Chinese
   * keyboard types, and signs behind blanks.
   */
  public static String of(String text) {
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }
}
