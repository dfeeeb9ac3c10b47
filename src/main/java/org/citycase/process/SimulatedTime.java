package org.citycase.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.citycase.Wordless;
import org.citycase.clock.CityClock;
import org.citycase.clock.Nights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/**
 * The settable time of a simulation. Moving it fires every timer that is due on the way, in the
 * order of their instants, each at its own instant, and begins every night on the way.
 */
@Service
@Profile("simulation")
public class SimulatedTime {

  private static final Logger LOG = LoggerFactory.getLogger(SimulatedTime.class);

  private final CityClock clock;
  private final Nights nights;
  private final ManagementService management;

  SimulatedTime(CityClock clock, Nights nights, ManagementService management) {
    this.clock = clock;
    this.nights = nights;
    this.management = management;
  }

  /** Moves time forward to the instant; refuses to go back. Returns when all timers have run. */
  public synchronized void moveTo(Instant target) {
    refuseToGoBack(target);
    boolean begun = clock.isStanding();
    while (true) {
      Instant midnight = begun ? nights.after(clock.instant()) : Instant.MAX;
      Job next = nextUntil(midnight.isBefore(target) ? midnight : target);
      if (next != null) {
        fire(next);
      } else if (!midnight.isAfter(target)) {
        set(midnight);
        nights.begin(midnight);
      } else {
        break;
      }
    }
    set(target);
  }

  /** A timer that fails is tried again and then left as an incident; time goes on. */
  private void fire(Job job) {
    Instant due = job.getDuedate().toInstant();
    set(due.isBefore(clock.instant()) ? clock.instant() : due);
    try {
      management.executeJob(job.getId());
    } catch (RuntimeException e) {
      LOG.error("Timer {} failed at {}.", job.getId(), due, Wordless.of(e));
    }
  }

  /** The clock itself knows whether it may: before it is first set it may go anywhere. */
  private void refuseToGoBack(Instant target) {
    if (target.isBefore(clock.instant())) {
      clock.set(target);
    }
  }

  private void set(Instant at) {
    clock.set(at);
    ClockUtil.setCurrentTime(Date.from(at));
  }

  /** Asked a second further than wanted: the engine's columns may hold whole seconds. */
  private Job nextUntil(Instant target) {
    return management
        .createJobQuery()
        .active()
        .withRetriesLeft()
        .duedateLowerThan(Date.from(target.plusSeconds(1)))
        .orderByJobDuedate()
        .asc()
        .listPage(0, 1)
        .stream()
        .filter(job -> !job.getDuedate().toInstant().isAfter(target))
        .findFirst()
        .orElse(null);
  }
}
