package org.citycase.clock;

import static org.citycase.Refusal.Kind.AGAINST_RULES;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.citycase.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The only source of now, in whole milliseconds and the city's zone. On a database that several
 * nodes share it follows the database's clock ({@link DatabaseTime}). With the profile {@code
 * simulation} it follows real time until it is first set, to any instant, past or future; from then
 * on it stands still and is moved forward only. Elsewhere setting it is refused.
 */
@Component
public class CityClock extends Clock {

  private final Supplier<CalendarTable> calendar;
  private final boolean settable;
  private volatile Instant standing;
  private volatile Duration off = Duration.ZERO;

  @Autowired
  CityClock(Supplier<CalendarTable> calendar, Environment environment) {
    this(calendar, environment.acceptsProfiles(Profiles.of("simulation")));
  }

  CityClock(Supplier<CalendarTable> calendar, boolean settable) {
    this.calendar = calendar;
    this.settable = settable;
  }

  public Instant now() {
    Instant still = standing;
    return still != null ? still : ofMachine().plus(off);
  }

  /** What the clock of this machine shows, to be compared with the clocks of others. */
  public static Instant ofMachine() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** From now on the city's time is that of a clock which is so much ahead of this machine's. */
  void follow(Duration ahead) {
    off = ahead.truncatedTo(ChronoUnit.MILLIS);
  }

  boolean isSettable() {
    return settable;
  }

  /** Whether time was set and stands still: never outside a simulation. */
  public boolean isStanding() {
    return standing != null;
  }

  /** The instant as people of the city read it, for answers and documents. */
  public OffsetDateTime inCity(Instant instant) {
    return instant.atZone(getZone()).toOffsetDateTime();
  }

  /**
   * Moves time; it then stands still until it is moved again.
   *
   * @throws Refusal outside the profile {@code simulation}, and when time would run backwards
   */
  public synchronized void set(Instant instant) {
    if (!settable) {
      throw new Refusal(
          AGAINST_RULES,
          "The clock can be set with the profile simulation only; this service runs on real time.");
    }
    Instant wanted = instant.truncatedTo(ChronoUnit.MILLIS);
    if (standing != null && wanted.isBefore(standing)) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "now",
          "Time never runs back: the clock stands at "
              + inCity(standing)
              + ". Name a later instant, or start a new simulation.");
    }
    standing = wanted;
  }

  @Override
  public Instant instant() {
    return now();
  }

  @Override
  public ZoneId getZone() {
    return calendar.get().zone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new Elsewhere(this, zone);
  }

  private static final class Elsewhere extends Clock {
    private final CityClock city;
    private final ZoneId zone;

    Elsewhere(CityClock city, ZoneId zone) {
      this.city = city;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return city.now();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Elsewhere(city, other);
    }
  }
}
