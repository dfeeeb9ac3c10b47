package org.citycase.monitor;

import java.time.Duration;
import java.time.Instant;
import org.citycase.audit.Seals;
import org.citycase.casefile.OpenCases;
import org.citycase.clock.CityClock;
import org.citycase.notice.Notices;
import org.citycase.process.EngineLoad;
import org.citycase.process.Incidents;
import org.springframework.stereotype.Component;

/** Reads the figures of the city: five short statements, none of which reads what is over. */
@Component
class Measuring {

  private final CityClock clock;
  private final OpenCases cases;
  private final EngineLoad engine;
  private final Incidents incidents;
  private final Notices notices;
  private final Seals seals;

  Measuring(
      CityClock clock,
      OpenCases cases,
      EngineLoad engine,
      Incidents incidents,
      Notices notices,
      Seals seals) {
    this.clock = clock;
    this.cases = cases;
    this.engine = engine;
    this.incidents = incidents;
    this.notices = notices;
    this.seals = seals;
  }

  Figures now() {
    Instant now = clock.now();
    return new Figures(
        now,
        cases.at(now),
        engine.at(now),
        incidents.count(),
        notices.undelivered(),
        seals.last().map(last -> Duration.between(last, now)).orElse(null));
  }
}
