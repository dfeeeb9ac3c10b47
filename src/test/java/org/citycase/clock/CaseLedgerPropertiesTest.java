package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycase.clock.ClockState.RUNNING;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.citycase.TestDatabase;

/** A ledger judged under another limit reads like that of a clock that really had this limit. */
@Tag(TestDatabase.TAG)
class CaseLedgerPropertiesTest {

  private static final String CASE = "1101012026010100001";
  private static final String TWIN = "1101012026010100002";

  private final ClockRoom room = ClockRoom.open();

  /** What happens next to both cases, and how many minutes after the last thing. */
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
  void underAnotherLimitACaseReadsLikeItsTwinThatHadIt(
      @ForAll("tables") CalendarTable table,
      @ForAll("tables") CalendarTable next,
      @ForAll("instants") Instant begin,
      @ForAll("limits") Limit limit,
      @ForAll("limits") Limit other,
      @ForAll("lives") List<Event> life) {
    room.with(
        table,
        () -> {
          live(CASE, limit, TWIN, other, begin, life, next);
          Map<String, CaseLedger> ledgers = room.ledgers.of(List.of(CASE, TWIN));
          CaseLedger ledger = ledgers.get(CASE);
          List<JudgedRound> twins = ledgers.get(TWIN).rounds();
          Map<Integer, Limit> limits =
              IntStream.rangeClosed(1, twins.size())
                  .boxed()
                  .collect(Collectors.toMap(round -> round, round -> other));
          assertThat(ledger.under(limits)).isEqualTo(twins);
          assertThat(ledger.rounds())
              .extracting(JudgedRound::round)
              .isEqualTo(room.clocks.rounds(CASE));
        });
  }

  private void live(
      String one,
      Limit limit,
      String twin,
      Limit other,
      Instant begin,
      List<Event> life,
      CalendarTable next) {
    Instant now = begin;
    room.at(now);
    room.clocks.start(one, terms(limit), now);
    room.clocks.start(twin, terms(other), now);
    for (Event event : life) {
      now = now.plusSeconds(60L * event.minutes());
      room.at(now);
      if (event.what() == What.NEW_CALENDAR) {
        newCalendar(now, next);
      } else {
        happen(one, event.what(), limit, now);
        happen(twin, event.what(), other, now);
      }
    }
  }

  /** A halted clock may keep what was judged by the old one, each by its own limit. */
  private void newCalendar(Instant now, CalendarTable next) {
    if (room.clocks.view(CASE, now).state() == RUNNING) {
      room.publish(
          new CalendarTable(
              room.table().zone(),
              next.periods(),
              room.table().hoursPerWorkDay(),
              next.days(),
              next.regimes(),
              "moved",
              List.of()));
      room.recounts.recount(List.of(CASE, TWIN), now);
    }
  }

  private void happen(String number, What what, Limit limit, Instant now) {
    if (what == What.RESTART) {
      room.clocks.restart(number, terms(limit), "moved", now);
    } else if (room.clocks.view(number, now).state() != RUNNING) {
      room.clocks.resume(number, "goes on", now);
    } else if (what == What.EXTEND) {
      room.clocks.extend(number, "granted", now);
    } else if (what == What.PAUSE) {
      room.clocks.pause(number, "dispatchers", "waits", now);
    } else {
      room.clocks.stop(number, "operators", "feedback", now);
    }
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
