package org.citycase.clock;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clocks of many cases at once, for lists. */
@Component
public class Countdowns {

  private final EntityManager store;
  private final WorkCalendar calendar;
  private final Recounts recounts;

  Countdowns(EntityManager store, WorkCalendar calendar, Recounts recounts) {
    this.store = store;
    this.calendar = calendar;
    this.recounts = recounts;
  }

  /** How the clock of this case counts down; null without a clock. */
  @Transactional(readOnly = true)
  public Countdown of(String caseNumber) {
    CaseClock clock = store.find(CaseClock.class, caseNumber);
    return clock == null ? null : Countdown.of(clock, recounts.of(clock));
  }

  /** How the clocks of these cases count down; a case without a clock is left out. */
  @Transactional(readOnly = true)
  public Map<String, Countdown> of(Collection<String> caseNumbers) {
    return each(caseNumbers, Countdown::of);
  }

  /** The clocks of these cases as they read at an instant not before their last moves. */
  @Transactional(readOnly = true)
  public Map<String, ClockView> views(Collection<String> caseNumbers, Instant at) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    return each(caseNumbers, (clock, own) -> clock.view(second, own));
  }

  /**
   * What is left at an instant, in seconds on the limit's own clock; negative beyond it. The same
   * as the clock itself says, not before its last move.
   *
   * @param category of the case: emergencies are declared for categories
   */
  public long remaining(Countdown countdown, String category, Instant at) {
    if (countdown.countGroup().equals(Countdown.HALTED)) {
      return countdown.countValue();
    }
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    Instant zero = Instant.ofEpochMilli(countdown.countValue());
    return zero.isBefore(second)
        ? -between(zero, second, countdown.countGroup(), category)
        : between(second, zero, countdown.countGroup(), category);
  }

  private long between(Instant from, Instant to, String group, String category) {
    Duration time =
        group.equals(Countdown.ROUND_THE_CLOCK)
            ? Duration.between(from, to)
            : calendar.ofVersion(group, category).used(from, to, LimitUnit.WORK_HOUR);
    return time.toSeconds();
  }

  private <T> Map<String, T> each(
      Collection<String> caseNumbers, BiFunction<CaseClock, WorkCalendar, T> read) {
    return store
        .createQuery("from CaseClock c where c.caseNumber in :numbers", CaseClock.class)
        .setParameter("numbers", caseNumbers)
        .getResultStream()
        .collect(
            Collectors.toMap(
                CaseClock::caseNumber, clock -> read.apply(clock, recounts.of(clock))));
  }
}
