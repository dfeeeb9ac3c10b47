package org.citycase.preflight;

import java.io.PrintStream;

/**
 * What a check found, a line each: what was looked at, and what to do where it is not as it should
 * be.
 */
final class Findings {

  private final PrintStream out;
  private boolean failed;

  Findings(PrintStream out) {
    this.out = out;
  }

  void ok(String what, String text) {
    tell("ok", what, text);
  }

  /** The service starts, but not as a city should run it. */
  void warn(String what, String zh, String en) {
    tell("warn", what, zh + " " + en);
  }

  /** The service does not start, or must not. */
  void fail(String what, String zh, String en) {
    failed = true;
    tell("FAIL", what, zh + " " + en);
  }

  boolean failed() {
    return failed;
  }

  private void tell(String mark, String what, String text) {
    out.printf("%-4s  %-9s  %s%n", mark, what, text.replaceAll("\\s+", " ").trim());
  }
}
