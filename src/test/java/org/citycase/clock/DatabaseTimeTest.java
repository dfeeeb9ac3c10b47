package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node counts by the database's clock, whatever its own says. */
class DatabaseTimeTest {

  private static final String MYSQL = "jdbc:mysql://db/citycase";

  private final AtomicLong ahead = new AtomicLong();
  private final JdbcClient database = mock(JdbcClient.class, RETURNS_DEEP_STUBS);

  private DatabaseTime of(CityClock clock, String url) {
    when(database.sql(anyString()).query(Long.class).single())
        .thenAnswer(asked -> CityClock.ofMachine().toEpochMilli() + ahead.get());
    return new DatabaseTime(
        clock,
        database,
        told -> {},
        new StaticListableBeanFactory()
            .getBeanProvider(io.micrometer.core.instrument.MeterRegistry.class),
        url);
  }

  private static void isOff(CityClock clock, Duration by) {
    Instant wanted = CityClock.ofMachine().plus(by);
    assertThat(clock.now()).isCloseTo(wanted, within(1, ChronoUnit.SECONDS));
  }

  @Test
  void aNodeWhoseClockIsTwoMinutesOffCountsWithTheDatabases() {
    CityClock clock = new CityClock(() -> null, false);
    DatabaseTime time = of(clock, MYSQL);
    ahead.set(120_000);
    time.afterSingletonsInstantiated();
    isOff(clock, Duration.ofMinutes(2));
    ahead.set(-120_000);
    time.look();
    isOff(clock, Duration.ofMinutes(-2));
    ahead.set(0);
    time.look();
    isOff(clock, Duration.ZERO);
  }

  @Test
  void anEmbeddedDatabaseHasNoClockOfItsOwn() {
    CityClock clock = new CityClock(() -> null, false);
    DatabaseTime time = of(clock, "jdbc:h2:file:./data/citycase");
    ahead.set(120_000);
    time.afterSingletonsInstantiated();
    time.look();
    isOff(clock, Duration.ZERO);
  }
}
