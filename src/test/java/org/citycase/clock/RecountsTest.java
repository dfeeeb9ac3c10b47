package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycase.clock.CalendarTable.DayKind.HOLIDAY;
import static org.citycase.clock.CalendarTable.DayKind.WORKDAY;
import static org.citycase.clock.Calendars.shanghai;
import static org.citycase.clock.ClockState.PAUSED;
import static org.citycase.clock.ClockState.RUNNING;
import static org.citycase.clock.ClockState.STOPPED;
import static org.citycase.clock.LimitUnit.URGENT_HOUR;
import static org.citycase.clock.LimitUnit.WORK_DAY;
import static org.citycase.clock.LimitUnit.WORK_HOUR;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citycase.TestDatabase;
import org.citycase.clock.CalendarTable.DayKind;
import org.citycase.clock.CalendarTable.Regime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a published calendar does to clocks that run, pause or stand. */
@Tag(TestDatabase.TAG)
class RecountsTest {

  private static final String CASE = "1101012026123100001";

  private final ClockRoom room = ClockRoom.open();

  @Test
  void s35_theTableOfTheNewYearMovesAProvisionalLimit() {
    room.with(
        Calendars.reference(),
        () -> {
          ClockView begun = start("2026-12-31T17:00", 2, WORK_HOUR);
          assertThat(begun.dueAt()).isEqualTo(shanghai("2027-01-01T09:00"));
          assertThat(begun.provisional()).isTrue();

          publish("2027-01-01", HOLIDAY);
          ClockMove move = recount("2026-12-31T17:20");
          assertThat(move.dueBefore()).isEqualTo(shanghai("2027-01-01T09:00"));
          assertThat(move.dueAfter()).isEqualTo(shanghai("2027-01-04T09:00"));

          ClockView after = view("2026-12-31T17:20");
          assertThat(after.dueAt()).isEqualTo(shanghai("2027-01-04T09:00"));
          assertThat(after.provisional()).isFalse();
          assertThat(after.usedSeconds()).isEqualTo(20 * 60);
          assertThat(states()).containsExactly(RUNNING, RUNNING, RUNNING);
          assertThat(room.clocks.ledger(CASE).get(1).usedSeconds()).isZero();
          assertThat(room.clocks.ledger(CASE).get(1).reason()).contains("c-2026 → c-2026-1");
        });
  }

  @Test
  void s35_aCaseFedBackKeepsItsJudgementUnlessTheNewDueIsLater() {
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-12-31T17:00", 2, WORK_HOUR);
          stop("2027-01-01T09:30");
          assertThat(view("2027-01-01T10:00").overdue()).isTrue();

          publish("2027-01-01", HOLIDAY);
          assertThat(recount("2027-01-01T11:00").dueAfter())
              .isEqualTo(shanghai("2027-01-04T09:00"));
          ClockView better = view("2027-01-01T11:00");
          assertThat(better.overdue()).isFalse();
          assertThat(better.usedSeconds()).isEqualTo(3600);
          assertThat(better.state()).isEqualTo(STOPPED);
          assertThat(room.clocks.rounds(CASE).get(0).overdue()).isFalse();
          assertThat(room.clocks.ledger(CASE))
              .extracting(Segment::usedSeconds)
              .containsExactly(9000L, 0L, -5400L, 0L);
        });
  }

  @Test
  void s35_aCaseFedBackInTimeStaysInTimeWhenTheNewDueIsEarlier() {
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-12-31T17:00", 6, WORK_HOUR);
          stop("2027-01-01T15:00");
          assertThat(view("2027-01-01T15:00").overdue()).isFalse();
          room.publish(
              new CalendarTable(
                  Calendars.SHANGHAI,
                  List.of(Calendars.slot("08:00", "20:00")),
                  Calendars.WEEK,
                  8,
                  days("2027-01-02", WORKDAY),
                  "longer"));
          assertThat(room.recounts.recount(List.of(CASE), shanghai("2027-01-01T16:00"))).isEmpty();
          assertThat(view("2027-01-01T16:00").overdue()).isFalse();
          assertThat(states()).containsExactly(RUNNING, STOPPED);
        });
  }

  @Test
  void aDayThatWasNoWorkdayAfterAllGivesItsHoursBack() {
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-03-16T08:00", 3, WORK_DAY);
          publish("2026-03-16", HOLIDAY);
          recount("2026-03-17T10:00");
          ClockView after = view("2026-03-17T10:00");
          assertThat(after.usedSeconds()).isEqualTo(2 * 3600);
          assertThat(after.dueAt()).isEqualTo(shanghai("2026-03-19T18:00"));
          assertThat(room.clocks.ledger(CASE))
              .extracting(Segment::usedSeconds)
              .containsExactly(10 * 3600L, -8 * 3600L, 0L);
          assertThat(room.clocks.ledger(CASE))
              .extracting(Segment::calendarVersion)
              .containsExactly("c-2026", "c-2026-1", "c-2026-1");
        });
  }

  @Test
  void aPausedClockKeepsItsPauseAndResumesUnderTheNewCalendar() {
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-09-14T09:00", 5, WORK_DAY);
          at("2026-09-16T11:00");
          room.clocks.pause(CASE, "nobody", "hold", shanghai("2026-09-16T11:00"));
          publish("2026-10-08", HOLIDAY, "2026-09-15", HOLIDAY);
          ClockMove move = recount("2026-09-20T10:00");
          assertThat(move.usedBefore() - move.usedAfter()).isEqualTo(8 * 3600);
          assertThat(states()).containsExactly(RUNNING, PAUSED, PAUSED, PAUSED);
          ClockView resumed = room.clocks.resume(CASE, "end of hold", shanghai("2026-10-09T08:00"));
          assertThat(resumed.remainingSeconds()).isEqualTo(30 * 3600);
          assertThat(resumed.dueAt()).isEqualTo(shanghai("2026-10-13T16:00"));
        });
  }

  @Test
  void aPauseIsNotOverdueBecauseTheCalendarChangedAfterIt() {
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-03-16T08:00", 1, WORK_DAY);
          at("2026-03-16T15:00");
          room.clocks.pause(CASE, "dispatchers", "return", shanghai("2026-03-16T15:00"));
          publish("2026-03-14", WORKDAY, "2026-05-20", HOLIDAY);
          at("2026-03-20T09:00");
          assertThat(room.recounts.recount(List.of(CASE), shanghai("2026-03-20T09:00"))).isEmpty();
          assertThat(view("2026-03-20T09:00").overdue()).isFalse();
        });
  }

  @Test
  void anExtensionStaysOneWholeLimitFromTheDueInstant() {
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-03-13T17:30", 4, WORK_HOUR);
          at("2026-03-16T11:00");
          room.clocks.extend(CASE, "granted", shanghai("2026-03-16T11:00"));
          publish("2026-03-16", HOLIDAY);
          recount("2026-03-16T11:30");
          assertThat(view("2026-03-16T11:30").dueAt()).isEqualTo(shanghai("2026-03-17T17:30"));
        });
  }

  @Test
  void aChangeThatTouchesNothingLeavesNoEntry() {
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-03-16T08:00", 1, WORK_DAY);
          publish("2026-12-24", HOLIDAY);
          at("2026-03-16T09:00");
          assertThat(room.recounts.recount(List.of(CASE), shanghai("2026-03-16T09:00"))).isEmpty();
          assertThat(room.clocks.ledger(CASE)).hasSize(1);
          assertThat(room.recounts.upToDate(List.of(CASE))).containsEntry(CASE, true);
        });
  }

  @Test
  void urgentHoursDoNotCareForTheCalendar() {
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-03-16T08:00", 8, URGENT_HOUR);
          publish("2026-03-16", HOLIDAY);
          at("2026-03-16T09:00");
          assertThat(room.recounts.recount(List.of(CASE), shanghai("2026-03-16T09:00"))).isEmpty();
        });
  }

  @Test
  void inAStormTheNamedCategoryRunsThroughTheNight() {
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-07-17T17:00", 8, WORK_HOUR);
          assertThat(view("2026-07-17T17:00").dueAt()).isEqualTo(shanghai("2026-07-20T17:00"));
          CalendarTable calm = Calendars.reference();
          storm(calm, "2026-07-17T20:00", "2026-07-18T20:00");
          assertThat(recount("2026-07-17T19:00").dueAfter())
              .isEqualTo(shanghai("2026-07-18T03:00"));
          storm(calm, "2026-07-17T20:00", "2026-07-17T22:00");
          assertThat(recount("2026-07-17T22:00").dueAfter())
              .isEqualTo(shanghai("2026-07-20T15:00"));
          assertThat(view("2026-07-17T22:00").usedSeconds()).isEqualTo(3 * 3600);
        });
  }

  @Test
  void aMoveBringsAClockToTheCalendarFirst() {
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-03-16T08:00", 3, WORK_DAY);
          publish("2026-03-16", HOLIDAY);
          at("2026-03-17T10:00");
          ClockView end = stop("2026-03-17T10:00");
          assertThat(end.usedSeconds()).isEqualTo(2 * 3600);
          assertThat(states()).containsExactly(RUNNING, RUNNING, RUNNING, STOPPED);
        });
  }

  private void storm(CalendarTable calm, String from, String to) {
    room.publish(
        new CalendarTable(
            calm.zone(),
            calm.periods(),
            8,
            calm.days(),
            List.of(new Regime(new TreeSet<>(Set.of("E05-01")), shanghai(from), shanghai(to))),
            calm.name(),
            List.of()));
  }

  private void publish(Object... days) {
    room.publish(Calendars.reference(days(days)));
  }

  private static Map<LocalDate, DayKind> days(Object... more) {
    Map<LocalDate, DayKind> days = new HashMap<>(Calendars.published2026());
    for (int i = 0; i < more.length; i += 2) {
      days.put(LocalDate.parse(more[i].toString()), (DayKind) more[i + 1]);
    }
    return days;
  }

  private ClockView start(String at, int value, LimitUnit unit) {
    at(at);
    return room.clocks.start(
        CASE, new Terms(new Limit(value, unit), "1", "E05-01", "STREET-A"), shanghai(at));
  }

  private ClockView stop(String at) {
    at(at);
    return room.clocks.stop(CASE, "operators", "feedback", shanghai(at));
  }

  private ClockMove recount(String at) {
    at(at);
    return room.recounts.recount(List.of(CASE), shanghai(at)).get(0);
  }

  private ClockView view(String at) {
    return room.clocks.view(CASE, shanghai(at));
  }

  private void at(String at) {
    room.at(shanghai(at));
  }

  private List<ClockState> states() {
    return room.clocks.ledger(CASE).stream().map(Segment::state).toList();
  }
}
