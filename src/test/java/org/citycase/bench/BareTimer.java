package org.citycase.bench;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Timers without a clock: none of them ever fires. Public because an expression calls it. */
public final class BareTimer {

  private static final Date NEVER = Date.from(Instant.parse("2299-12-31T00:00:00Z"));

  public Date at(DelegateExecution execution, long percent) {
    return NEVER;
  }

  public Date nextEscalation(DelegateExecution execution) {
    return NEVER;
  }

  public Date holdEnd(DelegateExecution execution) {
    return NEVER;
  }
}
