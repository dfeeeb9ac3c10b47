package org.citycase.clock;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How the clock of a case reads at any later instant, as long as nobody moves it: what lists are
 * sorted and searched by without asking the ledger. Of two clocks of one group the one with the
 * smaller value has less time left, at every instant.
 *
 * @param countGroup {@link #HALTED}, {@link #ROUND_THE_CLOCK}, or the calendar a limit in working
 *     time runs by
 * @param countValue of a halted clock the seconds that are left, negative beyond the limit; of a
 *     running one the instant at which nothing is left, in epoch milliseconds, which lies before
 *     the present stretch when more than the limit was used before
 * @param yellowAt when the light turns yellow (or red at once); {@link #NEVER} of a clock that was
 *     halted before
 * @param redAt when the light turns red
 */
@Embeddable
public record Countdown(String countGroup, Long countValue, Instant yellowAt, Instant redAt) {

  /** Paused or stopped: what is left stays as it is. */
  public static final String HALTED = "halted";

  /** Running in a unit that counts day and night. */
  public static final String ROUND_THE_CLOCK = "clock";

  /** No instant of any case is as late. */
  public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** The light at an instant that is not before the clock's last move. */
  public Light light(Instant at) {
    if (!at.isBefore(redAt)) {
      return Light.RED;
    }
    return at.isBefore(yellowAt) ? Light.GREEN : Light.YELLOW;
  }

  static Countdown of(CaseClock clock, WorkCalendar calendar) {
    return clock.state() == ClockState.RUNNING
        ? running(clock, calendar)
        : halted(clock.view(clock.since(), calendar), clock.since());
  }

  private static Countdown halted(ClockView face, Instant since) {
    return new Countdown(
        HALTED,
        face.remainingSeconds(),
        face.light() == Light.GREEN ? NEVER : since,
        face.light() == Light.RED ? since : NEVER);
  }

  private static Countdown running(CaseClock clock, WorkCalendar calendar) {
    LimitUnit unit = clock.limit().unit();
    Instant since = clock.since();
    long left = clock.wholeLimit() - clock.usedBefore();
    Instant zero =
        left < 0
            ? calendar.before(since, Duration.ofSeconds(-left), unit)
            : calendar.dueAfter(since, Duration.ofSeconds(left), unit).at();
    Instant red = earlier(secondAfter(clock.dueAt()), firstBeyond(clock, left, calendar));
    return new Countdown(
        unit.isWorking() ? clock.calendarVersion() : ROUND_THE_CLOCK,
        zero.toEpochMilli(),
        earlier(clock.at(Light.YELLOW_PERCENT, calendar), red),
        red);
  }

  /** The first second at which more is used than granted. */
  private static Instant firstBeyond(CaseClock clock, long left, WorkCalendar calendar) {
    return left < 0
        ? clock.since()
        : calendar.dueAfter(clock.since(), Duration.ofSeconds(left + 1), clock.limit().unit()).at();
  }

  private static Instant secondAfter(Instant due) {
    return due.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
