package org.citycase.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.citycase.casefile.OpenCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Shows the city's figures as gauges. They are measured in the background, so that a scrape costs
 * nothing, and are the same on every node: their names begin with {@code citycase_city_}, and
 * whoever adds nodes up takes their greatest. When they cannot be measured they are not there.
 */
@Component
class CityGauges {

  private static final Logger LOG = LoggerFactory.getLogger(CityGauges.class);
  private static final double UNKNOWN = Double.NaN;

  private final Measuring measuring;
  private final MeterRegistry meters;
  private final MultiGauge cases;
  private volatile Figures figures;

  CityGauges(Measuring measuring, MeterRegistry meters) {
    this.measuring = measuring;
    this.meters = meters;
    this.cases =
        MultiGauge.builder("citycase.city.cases.open")
            .description("Open cases by step, state and light")
            .register(meters);
    count("jobs.waiting", "Jobs that are due and not begun", now -> now.engine().waiting());
    count("jobs.running", "Jobs a node works on", now -> now.engine().running());
    count("jobs.failed", "Jobs without a try left", now -> now.engine().failed());
    count(
        "timers.overdue", "Timers that are due and not fired", now -> now.engine().overdueTimers());
    seconds("timer.lag", "How long the oldest overdue timer waits", now -> now.engine().lag());
    count("incidents", "Incidents of the engine", Figures::incidents);
    count("notices.waiting", "Notices that have not left yet", now -> now.notices().waiting());
    count("notices.lost", "Notices that were given up", now -> now.notices().lost());
    seconds("seal.age", "Time since the logs were sealed", Figures::sealAge);
    seconds(
        "measured.timestamp",
        "When these figures were measured, as seconds of the epoch",
        now -> Duration.ofMillis(now.measuredAt().toEpochMilli()));
  }

  private void count(String name, String about, ToDoubleFunction<Figures> figure) {
    gauge(name, about, figure).register(meters);
  }

  private void seconds(String name, String about, Function<Figures, Duration> figure) {
    gauge(name, about, now -> inSeconds(figure.apply(now))).baseUnit("seconds").register(meters);
  }

  private Gauge.Builder<CityGauges> gauge(
      String name, String about, ToDoubleFunction<Figures> figure) {
    return Gauge.builder("citycase.city." + name, this, city -> city.read(figure))
        .description(about);
  }

  private double read(ToDoubleFunction<Figures> figure) {
    Figures now = figures;
    return now == null ? UNKNOWN : figure.applyAsDouble(now);
  }

  private static double inSeconds(Duration time) {
    return time == null ? UNKNOWN : time.toMillis() / 1000.0;
  }

  /** Measures again; what failed is tried again at the next time. */
  @Scheduled(fixedDelayString = "${citycase.metrics-every:PT20S}")
  void measure() {
    try {
      figures = measuring.now();
      cases.register(figures.cases().stream().map(CityGauges::row).toList(), true);
    } catch (RuntimeException e) {
      figures = null;
      cases.register(List.of(), true);
      LOG.warn("The figures of the city could not be measured: {}", e.toString());
    }
  }

  private static MultiGauge.Row<Number> row(OpenCases.Count count) {
    Tags tags =
        Tags.of(
            "step", Figures.step(count.state()),
            "state", Figures.code(count.state()),
            "light", count.light());
    return MultiGauge.Row.of(tags, count.cases());
  }
}
