package org.citycase.clock;

import static org.citycase.Refusal.Kind.MALFORMED;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.citycase.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers from the working calendar for whoever wants to recompute a limit. */
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

  record DueAnswer(String due, boolean provisional) {}

  record UsedAnswer(long seconds) {}

  private final WorkCalendar calendar;
  private final CityClock clock;

  CalendarController(WorkCalendar calendar, CityClock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  @GetMapping("/due")
  DueAnswer due(
      @RequestParam(defaultValue = "") String start,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String unit) {
    Limit limit = new Limit(number("value", value), LimitUnit.of(unit));
    Due due = calendar.due(instant("start", start), limit);
    String at = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(clock.inCity(due.at()));
    return new DueAnswer(at, due.provisional());
  }

  @GetMapping("/used")
  UsedAnswer used(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String unit) {
    LimitUnit counted = LimitUnit.of(unit);
    var used = calendar.used(instant("from", from), instant("to", to), counted);
    return new UsedAnswer(used.toSeconds());
  }

  private static Instant instant(String parameter, String text) {
    try {
      // A "+" that a client did not escape arrives as a blank.
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw Refusal.ofField(
          MALFORMED,
          parameter,
          "The parameter "
              + parameter
              + " is \""
              + text
              + "\"; write an instant with its offset, e.g. 2026-03-13T17:30:00+08:00.");
    }
  }

  private static int number(String parameter, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Refusal.ofField(
          MALFORMED,
          parameter,
          "The parameter " + parameter + " is \"" + text + "\"; write a whole number, e.g. 4.");
    }
  }
}
