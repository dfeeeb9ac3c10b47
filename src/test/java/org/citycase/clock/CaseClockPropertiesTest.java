package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycase.clock.ClockState.RUNNING;
import static org.citycase.clock.ClockState.STOPPED;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.citycase.TestDatabase;

/** Laws of a case's clock and ledger over random lives of a case, calendar changes included. */
@Tag(TestDatabase.TAG)
class CaseClockPropertiesTest {

  private static final String CASE = "1101012026010100001";
  private static final int PERCENT = 100;

  private final ClockRoom room = ClockRoom.open();

  /** A round that was fed back when the calendar changed keeps what was judged then. */
  private boolean judged;

  /** What happens next to a case, and how many minutes after the last thing. */
  record Event(What what, int minutes) {}

  /** The first three apply to a clock that runs and resume one that does not. */
  enum What {
    PAUSE,
    STOP,
    EXTEND,
    RESTART,
    NEW_CALENDAR
  }

  @Property(tries = 1000)
  void theLedgerTellsTheClockWhateverHappens(
      @ForAll("tables") CalendarTable table,
      @ForAll("tables") CalendarTable other,
      @ForAll("instants") Instant begin,
      @ForAll("limits") Limit limit,
      @ForAll("lives") List<Event> life) {
    room.with(
        table,
        () -> {
          Instant now = begin;
          room.at(now);
          judged = false;
          room.clocks.start(CASE, terms(limit), now);
          theLedgerAgrees(now);
          CalendarTable next = moved(other, table);
          for (Event event : life) {
            now = now.plusSeconds(60L * event.minutes());
            room.at(now);
            happen(event.what(), limit, next, now);
            theLedgerAgrees(now);
          }
        });
  }

  private void happen(What what, Limit limit, CalendarTable next, Instant now) {
    ClockView before = room.clocks.view(CASE, now);
    switch (what) {
      case RESTART -> {
        ClockView begun = room.clocks.restart(CASE, terms(limit), "moved", now);
        assertThat(begun.usedSeconds()).isZero();
        judged = false;
      }
      case NEW_CALENDAR -> {
        room.publish(next);
        room.recounts.recount(List.of(CASE), now);
        judged = before.state() == STOPPED;
      }
      default -> {
        if (before.state() != RUNNING) {
          resume(before, now);
        } else if (what == What.EXTEND) {
          extend(before, limit, now);
        } else {
          halt(what, before, now);
        }
      }
    }
  }

  private void resume(ClockView before, Instant now) {
    ClockView resumed = room.clocks.resume(CASE, "goes on", now);
    assertThat(resumed.remainingSeconds()).isEqualTo(before.remainingSeconds());
    if (before.remainingSeconds() > 0) {
      long left = calendar().used(now, resumed.dueAt(), resumed.limit().unit()).toSeconds();
      assertThat(left).isEqualTo(before.remainingSeconds());
    }
  }

  private void extend(ClockView before, Limit limit, Instant now) {
    ClockView extended = room.clocks.extend(CASE, "granted", now);
    assertThat(calendar().used(before.dueAt(), extended.dueAt(), limit.unit()))
        .isEqualTo(calendar().length(limit));
    assertThat(extended.remainingSeconds() - before.remainingSeconds())
        .isEqualTo(calendar().length(limit).toSeconds());
  }

  private void halt(What what, ClockView before, Instant now) {
    ClockView halted =
        what == What.PAUSE
            ? room.clocks.pause(CASE, "dispatchers", "waits", now)
            : room.clocks.stop(CASE, "operators", "feedback", now);
    assertThat(halted.usedSeconds()).isEqualTo(before.usedSeconds());
    assertThat(halted.overdue()).isEqualTo(before.overdue());
  }

  /** Until the clock moves again, its countdown reads at any instant what the clock reads. */
  private void theCountdownAgrees(Instant now) {
    Countdown countdown = room.countdowns.of(CASE);
    Stream.of(now, now.plusSeconds(1), now.plusSeconds(100_000), zero(countdown))
        .flatMap(at -> Stream.of(at, countdown.yellowAt(), countdown.redAt()))
        .flatMap(at -> Stream.of(at.minusSeconds(1), at, at.plusSeconds(1)))
        .filter(at -> !at.isBefore(now) && at.isBefore(now.plusSeconds(1_000_000_000)))
        .distinct()
        .forEach(
            at -> {
              ClockView face = room.clocks.view(CASE, at);
              assertThat(countdown.light(at)).as("light at %s", at).isEqualTo(face.light());
              assertThat(room.countdowns.remaining(countdown, AnyCalendar.CATEGORY, at))
                  .as("left at %s", at)
                  .isEqualTo(face.remainingSeconds());
            });
  }

  private static Instant zero(Countdown countdown) {
    return countdown.countGroup().equals(Countdown.HALTED)
        ? countdown.yellowAt()
        : Instant.ofEpochMilli(countdown.countValue());
  }

  private void theLedgerAgrees(Instant now) {
    theCountdownAgrees(now);
    ClockView face = room.clocks.view(CASE, now);
    List<Segment> ledger = room.clocks.ledger(CASE);
    List<Round> rounds = room.clocks.rounds(CASE);
    for (int i = 1; i < ledger.size(); i++) {
      assertThat(ledger.get(i).from()).isEqualTo(ledger.get(i - 1).to());
      assertThat(ledger.get(i).seq()).isEqualTo(i + 1);
    }
    Round round = rounds.get(rounds.size() - 1);
    assertThat(round.usedSeconds()).isEqualTo(face.usedSeconds());
    assertThat(round.overdue()).isEqualTo(face.overdue());
    assertThat(round.wholeSeconds()).isEqualTo(face.usedSeconds() + face.remainingSeconds());
    if (face.state() == RUNNING) {
      assertThat(room.clocks.at(CASE, PERCENT)).isEqualTo(face.dueAt());
    }
    if (face.state() == RUNNING && !judged) {
      everyStretchIsCountedByThePresentCalendar(ledger, face, now);
    }
  }

  /** Whatever calendars a running round saw, it is as if the present one had held all the time. */
  private void everyStretchIsCountedByThePresentCalendar(
      List<Segment> ledger, ClockView face, Instant now) {
    int round = ledger.get(ledger.size() - 1).round();
    long used =
        ledger.stream()
            .filter(one -> one.round() == round && one.state() == RUNNING)
            .mapToLong(
                one ->
                    calendar()
                        .used(one.from(), one.to() == null ? now : one.to(), face.limit().unit())
                        .toSeconds())
            .sum();
    assertThat(face.usedSeconds()).isEqualTo(used);
  }

  private WorkCalendar calendar() {
    return room.calendar.forCategory(AnyCalendar.CATEGORY);
  }

  /** Another calendar of the same city: a zone and the hours of a day never change. */
  private static CalendarTable moved(CalendarTable other, CalendarTable city) {
    return new CalendarTable(
        city.zone(),
        other.periods(),
        city.hoursPerWorkDay(),
        other.days(),
        other.regimes(),
        "moved",
        List.of());
  }

  private static Terms terms(Limit limit) {
    return new Terms(limit, "1", AnyCalendar.CATEGORY, "STREET-A");
  }

  @Provide
  Arbitrary<List<Event>> lives() {
    return Combinators.combine(
            Arbitraries.of(What.class), Arbitraries.integers().between(0, 14 * 24 * 60))
        .as(Event::new)
        .list()
        .ofMaxSize(10);
  }

  @Provide
  Arbitrary<CalendarTable> tables() {
    return AnyCalendar.tables();
  }

  @Provide
  Arbitrary<Instant> instants() {
    return AnyCalendar.instants();
  }

  @Provide
  Arbitrary<Limit> limits() {
    return AnyCalendar.limits();
  }
}
