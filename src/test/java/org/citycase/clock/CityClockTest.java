package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.citycase.Refusal;
import org.junit.jupiter.api.Test;

class CityClockTest {

  private static final Instant MARCH = Instant.parse("2026-03-13T09:30:00Z");

  private final CityClock simulated = new CityClock(Calendars::reference, true);

  @Test
  void followsRealTimeUntilItIsSet() {
    Instant before = Instant.now().minusMillis(1);
    assertThat(simulated.now()).isBetween(before, Instant.now());
  }

  @Test
  void followsTheClockThatAllNodesShare() {
    CityClock ahead = new CityClock(Calendars::reference, false);
    ahead.follow(Duration.ofSeconds(-120));
    assertThat(ahead.now())
        .isBetween(Instant.now().minusSeconds(121), Instant.now().minusSeconds(119));
    ahead.follow(Duration.ZERO);
    assertThat(ahead.now()).isAfter(Instant.now().minusSeconds(1));
  }

  @Test
  void standsStillOnceItIsSetAndIsMovedForward() {
    simulated.set(MARCH);
    assertThat(simulated.instant()).isEqualTo(MARCH);
    simulated.set(MARCH.plusSeconds(60));
    assertThat(simulated.withZone(ZoneOffset.UTC).instant()).isEqualTo(MARCH.plusSeconds(60));
  }

  @Test
  void neverRunsBack() {
    simulated.set(MARCH);
    assertThatThrownBy(() -> simulated.set(MARCH.minusMillis(1)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2026-03-13T17:30+08:00");
    assertThat(simulated.now()).isEqualTo(MARCH);
  }

  @Test
  void isNotSetOutsideTheSimulation() {
    CityClock real = new CityClock(Calendars::reference, false);
    assertThatThrownBy(() -> real.set(MARCH))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("simulation");
  }

  @Test
  void hasTheZoneOfTheCity() {
    assertThat(simulated.getZone()).isEqualTo(Calendars.SHANGHAI);
    assertThat(simulated.inCity(MARCH)).hasToString("2026-03-13T17:30+08:00");
  }
}
