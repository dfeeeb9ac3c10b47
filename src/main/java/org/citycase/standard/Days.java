package org.citycase.standard;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.citycase.standard.Sheet.Line;

/** Reads dates as they are written in the files of a city. */
final class Days {

  private Days() {}

  static LocalDate read(Line line, String column) {
    String text = line.required(column, 20);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Findings.wrong(
          "Column %s: %s is no date. Write it like 2026-02-14.".formatted(column, text));
    }
  }
}
