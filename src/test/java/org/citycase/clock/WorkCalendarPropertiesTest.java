package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of the calendar over random calendars, starts and limits. */
class WorkCalendarPropertiesTest {

  private static final int TRIES = 3000;

  @Property(tries = TRIES)
  void whatIsDueIsExactlyUsedUp(
      @ForAll("tables") CalendarTable table,
      @ForAll("instants") Instant start,
      @ForAll("limits") Limit limit) {
    WorkCalendar calendar = stormy(table);
    Instant due = calendar.due(start, limit).at();
    assertThat(calendar.used(start, due, limit.unit())).isEqualTo(calendar.length(limit));
    assertThat(calendar.used(start, due.minusMillis(1), limit.unit()))
        .isLessThan(calendar.length(limit));
  }

  @Property(tries = TRIES)
  void aLaterStartIsNeverDueEarlier(
      @ForAll("tables") CalendarTable table,
      @ForAll("instants") Instant start,
      @ForAll @IntRange(max = 500_000) int later,
      @ForAll("limits") Limit limit) {
    WorkCalendar calendar = stormy(table);
    assertThat(calendar.due(start.plusSeconds(later), limit).at())
        .isAfterOrEqualTo(calendar.due(start, limit).at());
  }

  @Property(tries = TRIES)
  void timeUsedAddsUp(
      @ForAll("tables") CalendarTable table,
      @ForAll("instants") Instant from,
      @ForAll @IntRange(max = 40_000_000) int first,
      @ForAll @IntRange(max = 40_000_000) int second,
      @ForAll LimitUnit unit) {
    WorkCalendar calendar = stormy(table);
    Instant middle = from.plusSeconds(first);
    Instant to = middle.plusSeconds(second);
    Duration parts = calendar.used(from, middle, unit).plus(calendar.used(middle, to, unit));
    assertThat(parts).isEqualTo(calendar.used(from, to, unit));
  }

  /** An extension is counted from the due instant: two limits in a row are one of both lengths. */
  @Property(tries = TRIES)
  void oneLimitAfterAnotherIsDueWhenBothTogetherAre(
      @ForAll("tables") CalendarTable table,
      @ForAll("instants") Instant start,
      @ForAll("limits") Limit limit) {
    WorkCalendar calendar = stormy(table);
    Instant due = calendar.due(start, limit).at();
    assertThat(calendar.due(due, limit).at())
        .isEqualTo(calendar.due(start, new Limit(limit.value() * 2, limit.unit())).at());
  }

  @Property(tries = 400)
  void aMinuteByMinuteCountAgrees(
      @ForAll("tables") CalendarTable table,
      @ForAll("instants") Instant from,
      @ForAll @IntRange(max = 20 * 24 * 60) int minutes) {
    Instant to = from.plusSeconds(60L * minutes);
    assertThat(stormy(table).used(from, to, LimitUnit.WORK_HOUR).toMinutes())
        .isEqualTo(Oracle.minutes(table, from, to));
  }

  @Property(tries = TRIES)
  void anEmergencyNeverMakesALimitDueLater(
      @ForAll("tables") CalendarTable table,
      @ForAll("instants") Instant start,
      @ForAll("limits") Limit limit) {
    WorkCalendar calendar = Calendars.calendar(table);
    Instant stormy = calendar.forCategory(AnyCalendar.CATEGORY).due(start, limit).at();
    assertThat(stormy)
        .isBeforeOrEqualTo(calendar.forCategory("C01-01").due(start, limit).at())
        .isBeforeOrEqualTo(calendar.due(start, limit).at());
    assertThat(calendar.due(start, limit))
        .as("what is no case's handling")
        .isEqualTo(calendar.forCategory("C01-01").due(start, limit));
  }

  /** The calendar of a category with all its emergencies. */
  private static WorkCalendar stormy(CalendarTable table) {
    return Calendars.calendar(table).forCategory(AnyCalendar.CATEGORY);
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
