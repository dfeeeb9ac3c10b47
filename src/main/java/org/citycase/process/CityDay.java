package org.citycase.process;

import java.time.LocalDate;
import java.util.Date;
import org.citycase.clock.CityClock;
import org.springframework.stereotype.Component;

/**
 * Today in the city, wherever the server stands; filters read it by the name {@code cityDay}.
 * Public because an expression calls methods of public classes only.
 */
@Component
public class CityDay {

  private final CityClock clock;

  CityDay(CityClock clock) {
    this.clock = clock;
  }

  /** The midnight today began at. */
  public Date begin() {
    return midnight(LocalDate.ofInstant(clock.instant(), clock.getZone()));
  }

  /** The midnight today ends at. */
  public Date end() {
    return midnight(LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(1));
  }

  private Date midnight(LocalDate day) {
    return Date.from(day.atStartOfDay(clock.getZone()).toInstant());
  }
}
