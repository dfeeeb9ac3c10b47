package org.citycase.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Several nodes on one MySQL have one time, the database server's: a node whose own clock is off by
 * more than a quarter of a second counts with the difference, says so in its log and in the gauge
 * {@code citycase.clock.off}, and is put right when its clock is. An embedded database has no clock
 * of its own.
 */
@Component
class DatabaseTime implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseTime.class);

  /** Below this a difference cannot be told from the way to the server and back. */
  private static final Duration TOLERANCE = Duration.ofMillis(250);

  /** An answer that took longer says too little about when it was given. */
  private static final Duration SLOW = Duration.ofMillis(250);

  private static final int LOOKS = 10;

  private static final String NOW =
      "SELECT CAST(UNIX_TIMESTAMP(CURRENT_TIMESTAMP(3)) * 1000 AS SIGNED)";

  private final CityClock clock;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final boolean shared;
  private volatile Duration off = Duration.ZERO;

  DatabaseTime(
      CityClock clock,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      ObjectProvider<MeterRegistry> meters,
      @Value("${spring.datasource.url:}") String database) {
    this.clock = clock;
    this.jdbc = jdbc;
    this.events = events;
    this.shared = database.startsWith("jdbc:mysql:");
    meters.ifAvailable(
        registry ->
            Gauge.builder("citycase.clock.off", () -> off.toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How far the database's clock is ahead of this node's")
                .register(registry));
  }

  /**
   * @param ahead how far the database's clock is ahead
   * @param way how long it took to ask
   */
  private record Measured(Duration ahead, Duration way) {

    boolean isSlow() {
      return way.compareTo(SLOW) >= 0;
    }

    /** The answer was given at some instant on the way. */
    Duration error() {
      Duration half = way.dividedBy(2);
      return half.compareTo(TOLERANCE) < 0 ? TOLERANCE : half;
    }
  }

  /**
   * Before the first request and the first timer: the first answers of a server may be slow, and
   * the quickest of some counts.
   */
  @Override
  public void afterSingletonsInstantiated() {
    if (isOwnClock()) {
      return;
    }
    Measured best = measured();
    for (int looks = 1; looks < LOOKS && best.isSlow(); looks++) {
      Measured next = measured();
      best = next.way().compareTo(best.way()) < 0 ? next : best;
    }
    follow(best);
  }

  @Scheduled(fixedDelay = 15_000)
  void look() {
    if (isOwnClock()) {
      return;
    }
    Measured now = measured();
    if (!now.isSlow()) {
      follow(now);
    }
  }

  private boolean isOwnClock() {
    return !shared || clock.isSettable();
  }

  private Measured measured() {
    long began = System.nanoTime();
    Instant before = CityClock.ofMachine();
    long told = jdbc.sql(NOW).query(Long.class).single();
    Duration way = Duration.ofNanos(System.nanoTime() - began);
    return new Measured(
        Duration.between(before.plus(way.dividedBy(2)), Instant.ofEpochMilli(told)), way);
  }

  private void follow(Measured now) {
    Duration measured = now.ahead();
    if (measured.minus(off).abs().compareTo(now.error()) < 0) {
      return;
    }
    off = measured.abs().compareTo(TOLERANCE) < 0 ? Duration.ZERO : measured;
    clock.follow(off);
    events.publishEvent(new ClockFollowed(off));
    if (off.isZero()) {
      LOG.info("The clock of this node is right again.");
    } else {
      LOG.warn(
          "本机时钟与数据库相差 {} 秒，按数据库的时间计时：请校准本机时钟。 The clock of this node is {} s {} that of the"
              + " database, whose time counts: set the clock of this machine (NTP).",
          off.abs().toSeconds(),
          off.abs().toMillis() / 1000.0,
          off.isNegative() ? "ahead of" : "behind");
    }
  }
}
