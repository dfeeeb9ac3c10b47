package org.citycase.clock;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Begins the work of each night once, whatever the number of nodes: the one that writes the new day
 * does it. In a simulation the nights begin as time is moved.
 */
@Component
@EnableScheduling
public class Nights {

  private static final Logger LOG = LoggerFactory.getLogger(Nights.class);

  private final CityClock clock;
  private final List<NightlyWork> work;
  private final JdbcClient jdbc;
  private final boolean simulated;

  Nights(CityClock clock, List<NightlyWork> work, JdbcClient jdbc, Environment environment) {
    this.clock = clock;
    this.work = work;
    this.jdbc = jdbc;
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
    for (NightlyWork one : work) {
      try {
        one.doAt(midnight);
      } catch (RuntimeException e) {
        LOG.error("The night's work {} failed at {}.", one.getClass().getSimpleName(), midnight, e);
      }
    }
  }

  @Scheduled(fixedDelay = 60_000)
  void look() {
    if (!simulated) {
      LocalDate today = LocalDate.ofInstant(clock.now(), clock.getZone());
      if (isFirst(today)) {
        begin(today.atStartOfDay(clock.getZone()).toInstant());
      }
    }
  }

  private boolean isFirst(LocalDate today) {
    Date day = Date.valueOf(today);
    if (jdbc.sql("UPDATE cc_night SET begun_day = ? WHERE id = 1 AND begun_day < ?")
            .params(day, day)
            .update()
        > 0) {
      return true;
    }
    try {
      return jdbc.sql(
                  "INSERT INTO cc_night (id, begun_day) SELECT 1, ? FROM (SELECT 1 AS one) none"
                      + " WHERE NOT EXISTS (SELECT 1 FROM cc_night)")
              .param(day)
              .update()
          > 0;
    } catch (DuplicateKeyException otherNode) {
      return false;
    }
  }
}
