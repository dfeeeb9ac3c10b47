package org.citycase.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.citycase.clock.CityClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/**
 * The settable time of a simulation. Moving it fires every timer that is due on the way, in the
 * order of their instants, each at its own instant.
 */
@Service
@Profile("simulation")
public class SimulatedTime {

  private final CityClock clock;
  private final ManagementService management;

  SimulatedTime(CityClock clock, ManagementService management) {
    this.clock = clock;
    this.management = management;
  }

  /** Moves time forward to the instant; refuses to go back. Returns when all timers have run. */
  public synchronized void moveTo(Instant target) {
    refuseToGoBack(target);
    for (Job next = nextUntil(target); next != null; next = nextUntil(target)) {
      Instant due = next.getDuedate().toInstant();
      set(due.isBefore(clock.instant()) ? clock.instant() : due);
      management.executeJob(next.getId());
    }
    set(target);
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

  private Job nextUntil(Instant target) {
    List<Job> due =
        management
            .createJobQuery()
            .active()
            .withRetriesLeft()
            .duedateLowerThan(Date.from(target.plusMillis(1)))
            .orderByJobDuedate()
            .asc()
            .listPage(0, 1);
    return due.isEmpty() ? null : due.get(0);
  }
}
