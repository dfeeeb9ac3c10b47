package org.citycase.rules;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures how long each table takes to answer a question, refused ones included. */
final class DecisionTimes {

  /** From a question that hits an index to one that waits for a table to be compiled. */
  private static final Duration[] BOUNDS = {
    Duration.ofNanos(50_000),
    Duration.ofNanos(200_000),
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(50),
    Duration.ofSeconds(1)
  };

  private final MeterRegistry meters;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();

  DecisionTimes(MeterRegistry meters) {
    this.meters = meters;
  }

  CompiledTable.Matches of(Asking asking, Record question) {
    return timers.computeIfAbsent(asking.table(), this::timer).record(() -> asking.ask(question));
  }

  private Timer timer(String table) {
    return Timer.builder("citycase.decision")
        .description("How long a decision table took to answer")
        .tag("table", table)
        .serviceLevelObjectives(BOUNDS)
        .register(meters);
  }
}
