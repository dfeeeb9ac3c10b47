package org.citycase.process;

import java.util.regex.Pattern;
import org.citycase.casefile.CaseFile;

/** The first line of an error as people may read it: databases quote in it what they were given. */
final class ErrorLine {

  private static final int LONGEST = 300;
  private static final Pattern QUOTED = Pattern.compile("(?s)'[^']{24,}'|\"[^\"]{24,}\"");
  private static final Pattern CLASS = Pattern.compile("^(?:[a-z_]\\w*\\.)+[A-Z]\\w*: (?=\\S)");
  private static final Pattern PHONE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");

  private ErrorLine() {}

  /**
   * @param message of the error; may be null
   * @param file of the case it happened in; null when there is none
   */
  static String of(String message, CaseFile file) {
    if (message == null || message.isBlank()) {
      return "";
    }
    String told = CLASS.matcher(message.strip()).replaceFirst("");
    told = QUOTED.matcher(told).replaceAll("'…'");
    told = told.lines().findFirst().orElse("").strip();
    if (file != null) {
      told = file.reported().withoutReporter(told);
    }
    told = PHONE.matcher(told).replaceAll("***********");
    return told.length() <= LONGEST ? told : told.substring(0, LONGEST - 1) + "…";
  }
}
