package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycase.clock.CalendarTable.DayKind.HOLIDAY;
import static org.citycase.clock.Calendars.shanghai;
import static org.citycase.clock.LimitUnit.WORK_DAY;
import static org.citycase.clock.LimitUnit.WORK_HOUR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citycase.TestDatabase;
import org.citycase.clock.CalendarTable.DayKind;
import org.citycase.clock.ClockExplanation.Sentences;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Why a case is overdue, told from its ledger. */
@Tag(TestDatabase.TAG)
class ClockExplanationTest {

  private static final String CASE = "1101012026031600001";

  private final ClockRoom room = ClockRoom.open();

  @Test
  void s47_tellsWhoHadTheCaseAndWhenItBecameOverdue() {
    Sentences[] told = new Sentences[1];
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-03-16T09:00", 1, WORK_DAY, "STREET-A");
          room.clocks.stop(CASE, "operators", "feedback", at("2026-03-16T16:00"));
          room.clocks.resume(CASE, "failed check", at("2026-03-16T16:40"));
          room.clocks.stop(CASE, "operators", "feedback", at("2026-03-17T11:20"));
          told[0] = explained();
        });
    assertThat(told[0].en())
        .isEqualTo(
            "In round 1 STREET-A has it under a limit of 1 work day, which is 8 h 0 min; at first"
                + " it was due 2026-03-17 09:00."
                + " 2026-03-16 09:00 to 2026-03-16 16:00 with STREET-A: 5 h 0 min counted"
                + " (dispatched); 2026-03-16 16:00 to 2026-03-16 16:40 with operators: stopped, not"
                + " counted (feedback); 2026-03-16 16:40 to 2026-03-17 11:20 with STREET-A: 4 h 40"
                + " min counted (failed check), due 2026-03-17 09:40 from then on; since 2026-03-17"
                + " 11:20 with operators: stopped, not counted (feedback)."
                + " In all 9 h 40 min of 8 h 0 min were used."
                + " So it has been overdue since 2026-03-17 09:40, by 1 h 40 min (0.21 times the"
                + " limit).");
    assertThat(told[0].zh())
        .startsWith("第1轮由STREET-A承办，时限1工作日，合8小时0分，最初应于2026-03-17 09:00前办结。")
        .contains("2026-03-16 16:00至2026-03-16 16:40在受理员，停止，不计时（反馈）")
        .endsWith("共用时9小时40分，准用8小时0分。因此自2026-03-17 09:40起超期，超出1小时40分（时限的0.21倍）。");
  }

  @Test
  void aCaseThatGoesBackToItsUnitIsOverdueSinceItsTimeRanOut() {
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-03-10T09:00", 1, WORK_DAY, "STREET-A");
          room.clocks.stop(CASE, "operators", "feedback", at("2026-03-12T15:00"));
          room.clocks.resume(CASE, "failed check", at("2026-03-12T16:00"));
          assertThat(explained().en())
              .doesNotContain("due 2026-03-12 16:00")
              .contains("overdue since 2026-03-11 09:00, by 12 h 0 min");
          room.clocks.stop(CASE, "operators", "feedback", at("2026-03-12T17:00"));
          assertThat(explained().zh()).contains("因此自2026-03-11 09:00起超期，超出13小时0分");
          assertThat(room.explanation.overdueSince(room.clocks.ledger(CASE)))
              .isEqualTo(shanghai("2026-03-11T09:00"));
        });
  }

  @Test
  void anExtensionMovesTheInstantSinceWhichACaseIsOverdue() {
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-03-10T09:00", 1, WORK_DAY, "STREET-A");
          at("2026-03-11T10:00");
          assertThat(room.explanation.overdueSince(room.clocks.ledger(CASE)))
              .isEqualTo(shanghai("2026-03-11T09:00"));
          room.clocks.extend(CASE, "more lamps needed", at("2026-03-11T11:00"));
          assertThat(room.explanation.overdueSince(room.clocks.ledger(CASE))).isNull();
          at("2026-03-12T11:00");
          assertThat(room.explanation.overdueSince(room.clocks.ledger(CASE)))
              .isEqualTo(shanghai("2026-03-12T09:00"));
        });
  }

  @Test
  void tellsOfExtensionsEarlierRoundsAndACalendarThatChanged() {
    Sentences[] told = new Sentences[1];
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-03-13T09:00", 2, WORK_HOUR, "DRAIN-CO");
          room.clocks.pause(CASE, "dispatchers", "return asked", at("2026-03-13T15:00"));
          room.clocks.restart(
              CASE, terms(4, WORK_HOUR, "WATER-CO"), "moved", at("2026-03-13T17:30"));
          room.clocks.extend(CASE, "more pipe needed", at("2026-03-16T11:00"));
          Map<LocalDate, DayKind> days = new HashMap<>(Calendars.published2026());
          days.put(LocalDate.of(2026, 3, 16), HOLIDAY);
          room.publish(Calendars.reference(days));
          room.recounts.recount(List.of(CASE), at("2026-03-17T08:30"));
          told[0] = explained();
        });
    assertThat(told[0].en())
        .startsWith(
            "In round 1 DRAIN-CO had it under a limit of 2 work hours and used 4 h 0 min, overdue.")
        .contains("at 2026-03-16 11:00 extension 1 moved the due instant to 2026-03-16 17:30")
        .contains(
            "adjusted by -8 h 0 min for a change of the calendar (calendar c-2026 → c-2026-1)")
        .contains(", due 2026-03-17 17:30 from then on")
        .endsWith("So it is not overdue; it is due 2026-03-17 17:30 and 7 h 0 min are left.");
    assertThat(told[0].zh()).contains("2026-03-16 11:00第1次延期，期限改为2026-03-16 17:30");
  }

  @Test
  void saysThatAPausedCaseIsNotOverdueAndThatOneInABreakIs() {
    room.with(
        Calendars.reference(),
        () -> {
          assertThat(explained().en()).isEqualTo(Phrase.NO_CLOCK.in(false));
          start("2026-03-16T08:00", 4, WORK_HOUR, "STREET-A");
          room.at(shanghai("2026-03-16T13:00"));
          assertThat(explained().en())
              .endsWith("overdue since 2026-03-16 12:00, though no working time has passed since.");
          assertThat(explained().zh()).endsWith("超出部分不在工作时间内。");
        });
    room.with(
        Calendars.reference(),
        () -> {
          start("2026-03-16T08:00", 4, WORK_HOUR, "STREET-A");
          room.clocks.pause(CASE, "nobody", "hold", at("2026-03-16T09:00:30"));
          assertThat(explained().en())
              .contains("1 h 0 min 30 s counted")
              .endsWith("So it is not overdue; 2 h 59 min 30 s are left.");
        });
  }

  private void start(String at, int value, LimitUnit unit, String holder) {
    room.clocks.start(CASE, terms(value, unit, holder), at(at));
  }

  private static Terms terms(int value, LimitUnit unit, String holder) {
    return new Terms(new Limit(value, unit), "1", "E05-01", holder);
  }

  private Sentences explained() {
    return room.explanation.of(CASE);
  }

  private Instant at(String local) {
    room.at(shanghai(local));
    return shanghai(local);
  }
}
