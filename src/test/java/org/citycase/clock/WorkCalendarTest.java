package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citycase.clock.CalendarTable.DayKind.HOLIDAY;
import static org.citycase.clock.Calendars.NEW_YORK;
import static org.citycase.clock.Calendars.calendar;
import static org.citycase.clock.Calendars.reference;
import static org.citycase.clock.Calendars.shanghai;
import static org.citycase.clock.Calendars.slot;
import static org.citycase.clock.LimitUnit.NATURAL_DAY;
import static org.citycase.clock.LimitUnit.URGENT_HOUR;
import static org.citycase.clock.LimitUnit.WORK_DAY;
import static org.citycase.clock.LimitUnit.WORK_HOUR;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.citycase.Refusal;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

  private final WorkCalendar calendar = calendar(reference());

  @Test
  void s01_twoWorkDaysFromTuesdayMorning() {
    dueIs("2026-03-12T09:20", "2026-03-10T09:20", 2, WORK_DAY);
    assertThat(used("2026-03-10T09:20", "2026-03-11T15:00", WORK_DAY))
        .isEqualTo(Duration.ofMinutes(11 * 60 + 40));
  }

  @Test
  void s03_anUrgentLimitRunsInTheEvening() {
    dueIs("2026-03-12T21:40", "2026-03-12T19:40", 2, URGENT_HOUR);
    assertThat(used("2026-03-12T19:40", "2026-03-12T21:30", URGENT_HOUR))
        .isEqualTo(Duration.ofMinutes(110));
  }

  @Test
  void s24_fridayHalfPastFiveAndFourWorkHours() {
    dueIs("2026-03-16T11:30", "2026-03-13T17:30", 4, WORK_HOUR);
    assertThat(used("2026-03-13T17:30", "2026-03-13T18:00", WORK_HOUR))
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(used("2026-03-16T08:00", "2026-03-16T11:30", WORK_HOUR))
        .isEqualTo(Duration.ofMinutes(210));
  }

  @Test
  void s26_dispatchExactlyAtTheEndOfASlotStartsWithTheNextSlot() {
    dueIs("2026-03-11T16:00", "2026-03-11T12:00", 2, WORK_HOUR);
    dueIs("2026-03-16T10:00", "2026-03-13T18:00", 2, WORK_HOUR);
  }

  @Test
  void s29_aWeekendStartRunsFromMonday() {
    dueIs("2026-03-16T18:00", "2026-03-14T10:00", 1, WORK_DAY);
  }

  @Test
  void s30_nationalDayWeek() {
    dueIs("2026-10-09T16:00", "2026-09-30T16:00", 2, WORK_DAY);
    assertThat(used("2026-09-30T16:00", "2026-10-08T08:00", WORK_DAY))
        .isEqualTo(Duration.ofHours(2));
    assertThat(used("2026-10-08T08:00", "2026-10-09T16:00", WORK_DAY))
        .isEqualTo(Duration.ofHours(14));
    dueIs("2026-10-10T16:00", "2026-09-30T16:00", 3, WORK_DAY);
  }

  @Test
  void s34_urgentHoursRunOvernightAndOverAHoliday() {
    dueIs("2026-10-03T00:30", "2026-10-02T23:30", 1, URGENT_HOUR);
    dueIs("2026-10-02T20:00", "2026-09-30T20:00", 48, URGENT_HOUR);
    dueIs("2026-10-08T18:00", "2026-09-30T20:00", 1, WORK_DAY);
    dueIs("2026-09-30T21:00", "2026-09-30T20:00", 1, URGENT_HOUR);
    dueIs("2026-10-02T20:00", "2026-09-30T20:00", 2, NATURAL_DAY);
  }

  @Test
  void s35_aYearWithoutATableIsProvisionalAndMovesWhenItArrives() {
    Limit limit = new Limit(2, WORK_HOUR);
    Instant start = shanghai("2026-12-31T17:00");
    assertThat(calendar.due(start, limit)).isEqualTo(new Due(shanghai("2027-01-01T09:00"), true));

    var days = Calendars.published2026();
    days.put(LocalDate.parse("2027-01-01"), HOLIDAY);
    assertThat(calendar(reference(days)).due(start, limit))
        .isEqualTo(new Due(shanghai("2027-01-04T09:00"), false));
  }

  @Test
  void s37_anExtensionCountsFromTheOldDueInstant() {
    dueIs("2026-03-16T11:30", "2026-03-13T17:30", 4, WORK_HOUR);
    dueIs("2026-03-16T17:30", "2026-03-16T11:30", 4, WORK_HOUR);
    dueIs("2026-03-16T17:00", "2026-03-16T11:00", 4, WORK_HOUR);
  }

  @Test
  void s42_whatIsLeftAfterAHoldRunsOverTheMakeUpDay() {
    dueIs("2026-09-20T09:00", "2026-09-14T09:00", 5, WORK_DAY);
    assertThat(used("2026-09-14T09:00", "2026-09-16T11:00", WORK_DAY))
        .isEqualTo(Duration.ofHours(18));
    Due due = calendar.dueAfter(shanghai("2026-10-08T08:00"), Duration.ofHours(22), WORK_DAY);
    assertThat(due).isEqualTo(new Due(shanghai("2026-10-10T16:00"), false));
  }

  @Test
  void s46_stagesOfABurstPipe() {
    dueIs("2026-03-20T23:00", "2026-03-20T20:00", 3, URGENT_HOUR);
    dueIs("2026-03-21T06:00", "2026-03-20T22:00", 8, URGENT_HOUR);
    dueIs("2026-03-27T18:00", "2026-03-21T05:00", 5, WORK_DAY);
  }

  @Test
  void aDueInstantMayBeTheEndOfASlot() {
    dueIs("2026-03-11T12:00", "2026-03-11T10:00", 2, WORK_HOUR);
    dueIs("2026-03-13T18:00", "2026-03-13T14:00", 4, WORK_HOUR);
    dueIs("2026-12-31T18:00", "2026-12-31T16:00", 2, WORK_HOUR);
  }

  @Test
  void aSecondBeforeTheEndOfASlotIsInsideIt() {
    dueIs("2026-03-11T15:59:59", "2026-03-11T11:59:59", 2, WORK_HOUR);
  }

  @Test
  void nothingLeftIsDueAtOnceEvenAtNight() {
    Instant night = shanghai("2026-03-14T02:00");
    assertThat(calendar.dueAfter(night, Duration.ZERO, WORK_DAY)).isEqualTo(new Due(night, false));
  }

  @Test
  void aMakeUpDayBeatsTheWeekendAndAHolidayTheWeekday() {
    dueIs("2026-02-14T10:00", "2026-02-14T08:00", 2, WORK_HOUR);
    dueIs("2026-02-24T10:00", "2026-02-15T08:00", 2, WORK_HOUR);
  }

  @Test
  void anotherCityHasAnotherWorkDay() {
    CalendarTable six =
        new CalendarTable(
            Calendars.SHANGHAI,
            List.of(slot("09:00", "15:00")),
            EnumSet.of(DayOfWeek.SUNDAY),
            6,
            Map.of(),
            "six");
    Due due = calendar(six).due(shanghai("2026-03-10T12:00"), new Limit(2, WORK_DAY));
    assertThat(due).isEqualTo(new Due(shanghai("2026-03-22T15:00"), true));
  }

  @Test
  void aSlotAcrossAChangeOfDaylightSavingCountsItsRealLength() {
    CalendarTable night =
        new CalendarTable(
            NEW_YORK,
            List.of(slot("00:00", "04:00")),
            EnumSet.allOf(DayOfWeek.class),
            4,
            Map.of(),
            "night");
    WorkCalendar american = calendar(night);
    assertThat(
            american.used(
                newYork("2026-03-08T00:00-05:00"), newYork("2026-03-08T04:00-04:00"), WORK_HOUR))
        .isEqualTo(Duration.ofHours(3));
    assertThat(
            american.used(
                newYork("2026-11-01T00:00-04:00"), newYork("2026-11-01T04:00-05:00"), WORK_HOUR))
        .isEqualTo(Duration.ofHours(5));
    assertThat(american.due(newYork("2026-03-08T01:00-05:00"), new Limit(2, WORK_HOUR)).at())
        .isEqualTo(newYork("2026-03-08T04:00-04:00"));
  }

  @Test
  void anUnknownUnitIsRefusedByName() {
    assertThat(LimitUnit.of("work_day")).isEqualTo(WORK_DAY);
    assertThatThrownBy(() -> LimitUnit.of("WORK_DAY"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("WORK_DAY")
        .hasMessageContaining("natural_day");
  }

  @Test
  void whatCannotBeCountedIsRefused() {
    Instant now = shanghai("2026-03-10T09:00");
    assertThatThrownBy(() -> new Limit(0, WORK_DAY)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> calendar.used(now, now.minusSeconds(1), WORK_DAY))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> calendar.due(now, new Limit(Integer.MAX_VALUE, WORK_DAY)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2300");
    assertThatThrownBy(() -> calendar.due(Instant.MAX, new Limit(1, URGENT_HOUR)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void aCalendarThatCannotWorkIsRefused() {
    var overlapping = List.of(slot("08:00", "12:00"), slot("11:00", "18:00"));
    assertThatThrownBy(
            () ->
                new CalendarTable(
                    NEW_YORK, overlapping, Calendars.WEEK, 8, Map.of(), "overlapping"))
        .hasMessageContaining("overlap");
    assertThatThrownBy(
            () -> new CalendarTable(NEW_YORK, List.of(), Calendars.WEEK, 8, Map.of(), "idle"))
        .hasMessageContaining("at least one slot");
  }

  private Duration used(String from, String to, LimitUnit unit) {
    return calendar.used(shanghai(from), shanghai(to), unit);
  }

  private void dueIs(String due, String start, int value, LimitUnit unit) {
    assertThat(calendar.due(shanghai(start), new Limit(value, unit)))
        .isEqualTo(new Due(shanghai(due), false));
  }

  private static Instant newYork(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
