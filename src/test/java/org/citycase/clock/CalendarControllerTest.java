package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.citycase.Refusal;
import org.junit.jupiter.api.Test;

class CalendarControllerTest {

  private final CalendarController controller =
      new CalendarController(
          Calendars.calendar(Calendars.reference()), new CityClock(Calendars::reference, false));

  @Test
  void answersWithTheOffsetOfTheCityAndWithSeconds() {
    assertThat(controller.due("2026-03-13T09:30:00Z", "4", "work_hour"))
        .isEqualTo(new CalendarController.DueAnswer("2026-03-16T11:30:00+08:00", false));
  }

  @Test
  void countsUsedSeconds() {
    assertThat(
            controller.used("2026-03-10T09:20:00+08:00", "2026-03-11T15:00:00+08:00", "work_day"))
        .isEqualTo(new CalendarController.UsedAnswer(42_000));
  }

  @Test
  void aPlusThatWasNotEscapedIsUnderstood() {
    assertThat(controller.due("2026-03-13T17:30:00 08:00", "1", "urgent_hour").due())
        .isEqualTo("2026-03-13T18:30:00+08:00");
  }

  @Test
  void aMalformedParameterIsRefusedByName() {
    refused("start", () -> controller.due("yesterday", "4", "work_hour"));
    refused("value", () -> controller.due("2026-03-13T17:30:00+08:00", "four", "work_hour"));
    refused("value", () -> controller.due("2026-03-13T17:30:00+08:00", "-1", "work_hour"));
    refused("unit", () -> controller.due("2026-03-13T17:30:00+08:00", "4", "week"));
    refused("from", () -> controller.used("", "2026-03-13T17:30:00+08:00", "work_day"));
    refused(
        "to",
        () ->
            controller.used("2026-03-13T17:30:00+08:00", "2026-03-13T17:29:00+08:00", "work_day"));
  }

  private static void refused(String field, ThrowingCallable question) {
    assertThatThrownBy(question)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
              assertThat(refusal.errors()).first().extracting("field").isEqualTo(field);
            });
  }
}
