package org.citycase.process;

import java.time.OffsetDateTime;
import org.citycase.Refusal;
import org.citycase.clock.CityClock;
import org.citycase.clock.WorkCalendar;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clock of a simulation; there is none anywhere else. */
@RestController
@Profile("simulation")
@RequestMapping("/api/clock")
class ClockController {

  private final CityClock clock;
  private final SimulatedTime time;

  ClockController(CityClock clock, SimulatedTime time) {
    this.clock = clock;
    this.time = time;
  }

  /** What the clock shows, in the city's zone. */
  record Now(OffsetDateTime now) {}

  @GetMapping
  Now now() {
    return new Now(clock.instant().atZone(clock.getZone()).toOffsetDateTime());
  }

  @PutMapping
  Now move(@RequestBody Now to) {
    if (to.now() == null) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED, "now", "Say which instant, e.g. 2026-03-13T17:30:00+08:00.");
    }
    WorkCalendar.requireReach("now", to.now().toInstant());
    time.moveTo(to.now().toInstant());
    return now();
  }
}
