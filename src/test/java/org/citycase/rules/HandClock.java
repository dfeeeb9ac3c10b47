package org.citycase.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock of the city whose hands a test moves. */
class HandClock extends Clock {

  private volatile Instant now;

  HandClock(String now) {
    this.now = Instant.parse(now);
  }

  void set(Instant instant) {
    now = instant;
  }

  void add(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.of("Asia/Shanghai");
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The city has one zone.");
  }
}
