package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.citycase.clock.Calendars.shanghai;
import static org.citycase.clock.ClockState.PAUSED;
import static org.citycase.clock.ClockState.RUNNING;
import static org.citycase.clock.ClockState.STOPPED;
import static org.citycase.clock.LimitUnit.URGENT_HOUR;
import static org.citycase.clock.LimitUnit.WORK_DAY;
import static org.citycase.clock.LimitUnit.WORK_HOUR;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.citycase.Refusal;
import org.citycase.TestDatabase;
import org.citycase.trail.EvidenceRows;
import org.citycase.trail.Witnesses;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.autoconfigure.orm.jpa.TestEntityManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Tag(TestDatabase.TAG)
@DataJpaTest(properties = "spring.datasource.url=${database.clocks}", showSql = false)
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
class CaseClocksTest {

  /** The room alone, without the engine. */
  @Configuration
  @EnableAutoConfiguration
  @EntityScan("org.citycase.clock")
  @Import({
    CaseClocks.class,
    Recounts.class,
    WorkCalendar.class,
    Witnesses.class,
    EvidenceRows.class
  })
  static class TheRoom {
    @Bean
    Supplier<CalendarTable> calendarTable() {
      CalendarTable table = Calendars.reference();
      return () -> table;
    }

    @Bean
    CityClock cityClock(Supplier<CalendarTable> table) {
      return new CityClock(table, true);
    }
  }

  private static final String CASE = "1101012026031600001";

  @Autowired CaseClocks clocks;
  @Autowired WorkCalendar calendar;
  @Autowired TestEntityManager store;

  @Test
  void s01_usedTimeAndLightAtFeedback() {
    start("2026-03-10T09:20", 2, WORK_DAY, "LAMP-CO");
    ClockView end = stop("2026-03-11T15:00");
    assertThat(end.usedSeconds()).isEqualTo(hours(11, 40));
    assertThat(end.remainingSeconds()).isEqualTo(hours(4, 20));
    assertThat(end.light()).isEqualTo(Light.GREEN);
    assertThat(end.overdue()).isFalse();
    assertThat(end.dueAt()).isEqualTo(shanghai("2026-03-12T09:20"));
    theLedgerAddsUp();
  }

  @Test
  void s15_anotherUnitStartsWithTheFullLimit() {
    ClockView first = start("2026-03-16T09:00", 4, WORK_HOUR, "DRAIN-CO");
    assertThat(first.dueAt()).isEqualTo(shanghai("2026-03-16T15:00"));
    ClockView paused =
        clocks.pause(CASE, "dispatchers", "return asked", shanghai("2026-03-16T10:00"));
    assertThat(paused.state()).isEqualTo(PAUSED);
    assertThat(paused.dueAt()).isNull();
    ClockView moved =
        clocks.restart(
            CASE,
            new Terms(new Limit(4, WORK_HOUR), "1", "C01-02", "WATER-CO"),
            "moved to WATER-CO",
            shanghai("2026-03-16T11:05"));
    assertThat(moved.dueAt()).isEqualTo(shanghai("2026-03-16T17:05"));
    assertThat(moved.usedSeconds()).isZero();
    assertThat(moved.holder()).isEqualTo("WATER-CO");

    stop("2026-03-16T17:05");
    List<Segment> ledger = clocks.ledger(CASE);
    assertThat(ledger)
        .extracting(Segment::state)
        .containsExactly(RUNNING, PAUSED, RUNNING, STOPPED);
    assertThat(ledger).extracting(Segment::round).containsExactly(1, 1, 2, 2);
    assertThat(ledger)
        .extracting(Segment::usedSeconds)
        .containsExactly(hours(1, 0), 0L, hours(4, 0), 0L);
    assertThat(ledger.get(0).holder()).isEqualTo("DRAIN-CO");
    assertThat(ledger.get(0).limit()).isEqualTo("4 work_hour");
    theLedgerAddsUp();
  }

  @Test
  void s16_aRefusedReturnRunsOnWithWhatIsLeft() {
    start("2026-03-16T09:00", 4, WORK_HOUR, "DRAIN-CO");
    ClockView paused =
        clocks.pause(CASE, "dispatchers", "return asked", shanghai("2026-03-16T10:00"));
    assertThat(paused.usedSeconds()).isEqualTo(hours(1, 0));
    assertThat(paused.remainingSeconds()).isEqualTo(hours(3, 0));
    assertThat(at("2026-03-16T11:29").usedSeconds()).isEqualTo(hours(1, 0));
    ClockView resumed = clocks.resume(CASE, "return refused", shanghai("2026-03-16T11:30"));
    assertThat(resumed.dueAt()).isEqualTo(shanghai("2026-03-16T16:30"));
    theLedgerAddsUp();
  }

  @Test
  void s18_anUrgentCaseIsOverdueByTwoFifths() {
    start("2026-03-17T09:12", 2, URGENT_HOUR, "STREET-A");
    ClockView end = stop("2026-03-17T12:00");
    assertThat(end.usedSeconds()).isEqualTo(hours(2, 48));
    assertThat(end.overtimeMultiple()).isEqualTo(0.4, within(1e-9));
  }

  @Test
  void s42_aHoldKeepsWhatIsLeft() {
    start("2026-09-14T09:00", 5, WORK_DAY, "ROADS-A");
    ClockView held =
        clocks.pause(CASE, "dispatchers", "asphalt plant closed", shanghai("2026-09-16T11:00"));
    assertThat(held.usedSeconds()).isEqualTo(hours(18, 0));
    assertThat(held.remainingSeconds()).isEqualTo(hours(22, 0));
    ClockView resumed = clocks.resume(CASE, "hold ended", shanghai("2026-10-08T08:00"));
    assertThat(resumed.dueAt()).isEqualTo(shanghai("2026-10-10T16:00"));
  }

  @Test
  void s47_reworkRunsOnFromWhereTheFeedbackStoppedIt() {
    ClockView first = start("2026-03-16T09:00", 1, WORK_DAY, "STREET-A");
    assertThat(first.dueAt()).isEqualTo(shanghai("2026-03-17T09:00"));
    ClockView fedBack = stop("2026-03-16T16:00");
    assertThat(fedBack.usedSeconds()).isEqualTo(hours(5, 0));
    assertThat(fedBack.overdue()).isFalse();
    ClockView rework = clocks.resume(CASE, "check failed", shanghai("2026-03-16T16:40"));
    assertThat(rework.remainingSeconds()).isEqualTo(hours(3, 0));
    assertThat(rework.dueAt()).isEqualTo(shanghai("2026-03-17T09:40"));

    ClockView onTheSecond = at("2026-03-17T09:40:00");
    assertThat(onTheSecond.overdue()).isFalse();
    assertThat(onTheSecond.light()).isEqualTo(Light.YELLOW);
    assertThat(at("2026-03-17T09:40:01").overdue()).isTrue();

    ClockView end = stop("2026-03-17T11:20");
    assertThat(end.usedSeconds()).isEqualTo(hours(9, 40));
    assertThat(end.remainingSeconds()).isEqualTo(-hours(1, 40));
    assertThat(end.overdue()).isTrue();
    assertThat(end.light()).isEqualTo(Light.RED);
    assertThat(end.overtimeMultiple()).isEqualTo(0.2083, within(0.0001));
    theLedgerAddsUp();
    assertThat(clocks.ledger(CASE))
        .extracting(Segment::usedSeconds)
        .containsExactly(hours(5, 0), 0L, hours(4, 40), 0L);
  }

  @Test
  void s47_fedBackAtTheDueInstantIsOnTime() {
    start("2026-03-16T09:00", 1, WORK_DAY, "STREET-A");
    stop("2026-03-16T16:00");
    clocks.resume(CASE, "check failed", shanghai("2026-03-16T16:40"));
    ClockView end = stop("2026-03-17T09:40");
    assertThat(end.overdue()).isFalse();
    assertThat(end.overtimeMultiple()).isZero();
    assertThat(clocks.view(CASE, shanghai("2026-03-20T09:00")).overdue()).isFalse();
  }

  @Test
  void feedbackInABreakAfterTheDueInstantIsOverdueByNothing() {
    start("2026-03-16T08:00", 4, WORK_HOUR, "STREET-A");
    ClockView end = stop("2026-03-16T13:00");
    assertThat(end.overdue()).isTrue();
    assertThat(end.light()).isEqualTo(Light.RED);
    assertThat(end.overtimeMultiple()).isZero();
    assertThat(end.remainingSeconds()).isZero();
  }

  @Test
  void whenNothingIsLeftTheCaseIsOverdueFromTheMomentItIsResumed() {
    start("2026-03-16T08:00", 4, WORK_HOUR, "STREET-A");
    stop("2026-03-16T15:00");
    ClockView rework = clocks.resume(CASE, "check failed", shanghai("2026-03-17T20:00"));
    assertThat(rework.dueAt()).isEqualTo(shanghai("2026-03-17T20:00"));
    assertThat(rework.usedSeconds()).isEqualTo(hours(5, 0));
    assertThat(at("2026-03-17T20:00:01").overdue()).isTrue();
  }

  @Test
  void theLightChangesAtEightTenths() {
    start("2026-03-16T08:00", 10, URGENT_HOUR, "GAS-CO");
    assertThat(at("2026-03-16T15:59:59").light()).isEqualTo(Light.GREEN);
    assertThat(at("2026-03-16T16:00:00").light()).isEqualTo(Light.YELLOW);
    assertThat(at("2026-03-16T18:00:00").light()).isEqualTo(Light.YELLOW);
    assertThat(at("2026-03-16T18:00:01").light()).isEqualTo(Light.RED);
  }

  @Test
  void aCaseThatWasNeverDispatchedHasNoClock() {
    assertThat(at("2026-03-16T08:00")).isEqualTo(ClockView.NONE);
    assertThat(clocks.ledger(CASE)).isEmpty();
    refused("no clock yet", () -> stop("2026-03-16T08:00"));
  }

  @Test
  void aMoveTheStateDoesNotAllowIsRefused() {
    start("2026-03-16T09:00", 1, WORK_DAY, "STREET-A");
    refused("started before", () -> start("2026-03-16T09:01", 1, WORK_DAY, "STREET-A"));
    refused("is running", () -> clocks.resume(CASE, "again", shanghai("2026-03-16T09:01")));
    refused("last moved at", () -> stop("2026-03-16T08:59"));
    stop("2026-03-16T10:00");
    refused("is stopped", () -> stop("2026-03-16T10:01"));
    refused(
        "is stopped",
        () -> clocks.pause(CASE, "dispatchers", "hold", shanghai("2026-03-16T10:01")));
    assertThat(clocks.ledger(CASE)).hasSize(2);
  }

  @Test
  void theRunningSegmentsAlwaysAddUpToTheTimeUsed() {
    Random random = new Random(47);
    Instant now = shanghai("2026-09-28T07:00");
    clocks.start(CASE, new Terms(new Limit(3, WORK_DAY), "1", "E01-10", "STREET-A"), now);
    for (int i = 0; i < 200; i++) {
      now = now.plusSeconds(random.nextInt(40_000));
      long before = clocks.view(CASE, now).remainingSeconds();
      ClockView view =
          i % 2 == 1
              ? clocks.resume(CASE, "on", now)
              : random.nextBoolean()
                  ? clocks.pause(CASE, "dispatchers", "off", now)
                  : clocks.stop(CASE, "operators", "off", now);
      assertThat(view.remainingSeconds()).isEqualTo(before);
      if (view.state() == RUNNING && before > 0) {
        assertThat(calendar.used(now, view.dueAt(), WORK_DAY).toSeconds()).isEqualTo(before);
      }
    }
    clocks.pause(CASE, "dispatchers", "end", now);
    theLedgerAddsUp();
  }

  @Test
  void aLongReasonIsCutInTheLedger() {
    start("2026-03-16T09:00", 1, WORK_DAY, "STREET-A");
    clocks.pause(CASE, "dispatchers", "因".repeat(600), shanghai("2026-03-16T10:00"));
    store.flush();
    assertThat(clocks.ledger(CASE).get(1).reason()).hasSize(500).endsWith("因…");
  }

  @Test
  void whileItStandsStillTheClockMayPassToOthersAndNothingIsUsed() {
    start("2026-03-16T09:00", 4, WORK_HOUR, "DRAIN-CO");
    refused(
        "is running on the account of its unit",
        () -> clocks.handOver(CASE, "coordinators", "granted", shanghai("2026-03-16T10:00")));
    clocks.pause(CASE, "dispatchers", "return asked", shanghai("2026-03-16T10:00"));
    ClockView passed =
        clocks.handOver(CASE, "coordinators", "granted", shanghai("2026-03-16T11:00"));
    assertThat(passed.state()).isEqualTo(PAUSED);
    assertThat(passed.holder()).isEqualTo("coordinators");
    assertThat(passed.usedSeconds()).isEqualTo(hours(1, 0));
    assertThat(clocks.holderUnit(CASE)).isEqualTo("DRAIN-CO");
    theLedgerAddsUp();
  }

  private void theLedgerAddsUp() {
    store.flush();
    store.clear();
    List<Segment> ledger = clocks.ledger(CASE);
    Segment last = ledger.get(ledger.size() - 1);
    for (int i = 1; i < ledger.size(); i++) {
      assertThat(ledger.get(i - 1).to()).isEqualTo(ledger.get(i).from());
      assertThat(ledger.get(i).seq()).isEqualTo(i + 1);
    }
    long used =
        ledger.stream()
            .filter(segment -> segment.to() != null)
            .filter(segment -> segment.round() == last.round())
            .mapToLong(Segment::usedSeconds)
            .sum();
    assertThat(used).isEqualTo(clocks.view(CASE, last.from()).usedSeconds());
  }

  private ClockView start(String at, int value, LimitUnit unit, String holder) {
    return clocks.start(
        CASE, new Terms(new Limit(value, unit), "1", "C01-02", holder), shanghai(at));
  }

  private ClockView stop(String at) {
    return clocks.stop(CASE, "operators", "fed back", shanghai(at));
  }

  private ClockView at(String at) {
    return clocks.view(CASE, shanghai(at));
  }

  private static long hours(int hours, int minutes) {
    return hours * 3600L + minutes * 60L;
  }

  private static void refused(String why, ThrowingCallable move) {
    assertThatThrownBy(move).isInstanceOf(Refusal.class).hasMessageContaining(why);
  }
}
