package org.citycase.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels of diagrams hold a Chinese name and an English one, e.g. {@code 立案 File case}: tells the
 * half of the page's language. A task's name goes on with its case, which is left out.
 */
public record StepLabel(boolean english) {

  private static final Pattern BOTH =
      Pattern.compile("(\\d+ )?([\\u2E80-\\uFFFF]\\S*) ([\\x20-\\x7E]+)");
  private static final String CASE = " · ";

  /** The half of this language; all of a label that is not made of both. */
  public String of(String label) {
    if (label == null) {
      return "";
    }
    String step = label.split(CASE, 2)[0].replaceAll("\\s+", " ").trim();
    Matcher both = BOTH.matcher(step);
    if (!both.matches()) {
      return step;
    }
    String number = both.group(1) == null ? "" : both.group(1);
    return number + both.group(english ? 3 : 2);
  }
}
