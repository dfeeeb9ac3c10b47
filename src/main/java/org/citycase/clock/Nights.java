package org.citycase.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.citycase.Wordless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Begins the work of each night once, whatever the number of nodes: the one that takes the shift
 * does it, and another one when that one dies meanwhile. In a simulation the nights begin as time
 * is moved.
 */
@Component
@EnableScheduling
public class Nights {

  private static final Logger LOG = LoggerFactory.getLogger(Nights.class);

  private final CityClock clock;
  private final List<NightlyWork> work;
  private final NightShift shift;
  private final boolean simulated;
  private volatile LocalDate working;

  Nights(CityClock clock, List<NightlyWork> work, NightShift shift, Environment environment) {
    this.clock = clock;
    this.work = work;
    this.shift = shift;
    this.simulated = environment.acceptsProfiles(Profiles.of("simulation"));
  }

  /** The midnight that follows this instant in the city. */
  public Instant after(Instant instant) {
    return LocalDate.ofInstant(instant, clock.getZone())
        .plusDays(1)
        .atStartOfDay(clock.getZone())
        .toInstant();
  }

  /** Does the work of the night that begins at this midnight. */
  public void begin(Instant midnight) {
    work.forEach(one -> begin(one, midnight));
  }

  private static void begin(NightlyWork one, Instant midnight) {
    try {
      one.doAt(midnight);
    } catch (RuntimeException e) {
      LOG.error(
          "The night's work {} failed at {}.",
          one.getClass().getSimpleName(),
          midnight,
          Wordless.of(e));
    }
  }

  @Scheduled(fixedDelay = 60_000)
  void look() {
    if (simulated) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.now(), clock.getZone());
    if (shift.takes(today, clock.now())) {
      working = today;
      try {
        work(today);
      } finally {
        working = null;
      }
    }
  }

  private void work(LocalDate today) {
    Instant midnight = today.atStartOfDay(clock.getZone()).toInstant();
    for (NightlyWork one : work) {
      if (!shift.stays(today, clock.now())) {
        LOG.warn("Another node has taken over the work of the night of {}.", today);
        return;
      }
      begin(one, midnight);
    }
    shift.isDone(today);
  }

  @Scheduled(fixedDelay = 60_000)
  void stay() {
    LocalDate day = working;
    if (day != null) {
      shift.stays(day, clock.now());
    }
  }
}
