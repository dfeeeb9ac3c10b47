package org.citycase.standard;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.citycase.standard.Sheet.Line;

/** Reads {@code calendar.csv}: holidays and make-up days, one day a line. */
final class CalendarFile {

  static final String NAME = "calendar.csv";
  private static final List<String> COLUMNS = List.of("date", "kind", "name");

  private final Keys dates = new Keys("Date");

  private CalendarFile() {}

  static List<CalendarDay> read(InputStream in) throws IOException {
    return Sheet.read(NAME, in, COLUMNS).each(new CalendarFile()::day);
  }

  private CalendarDay day(Line line) {
    LocalDate date = Days.read(line, "date");
    dates.once(date.toString(), line.number());
    return new CalendarDay(date, kind(line), line.optional("name", 100));
  }

  private static CalendarDay.Kind kind(Line line) {
    String kind = line.required("kind", 16);
    return switch (kind) {
      case "holiday" -> CalendarDay.Kind.HOLIDAY;
      case "workday" -> CalendarDay.Kind.WORKDAY;
      default -> throw Findings.wrong("Kind " + kind + " is neither holiday nor workday.");
    };
  }
}
