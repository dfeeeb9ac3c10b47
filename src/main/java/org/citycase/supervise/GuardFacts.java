package org.citycase.supervise;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citycase.access.Viewer;
import org.citycase.casefile.CaseFacts;
import org.citycase.casefile.CaseFile;
import org.citycase.clock.CityClock;
import org.springframework.stereotype.Component;

/** The guard at a danger, as the interface shows it with the case. */
@Component
class GuardFacts implements CaseFacts {

  private final Guards guards;
  private final CityClock clock;

  GuardFacts(Guards guards, CityClock clock) {
    this.guards = guards;
    this.clock = clock;
  }

  /**
   * The guard of a case.
   *
   * @param by who keeps it, or kept it last
   * @param to null while it is kept
   * @param seconds kept in all, up to now
   * @param left whether the danger was left before the unit came
   */
  record Guard(
      String by, Instant from, Instant to, long seconds, boolean left, List<Stretch> stretches) {}

  /**
   * One person's part.
   *
   * @param endedBy relief, arrived, left or over; null while he keeps guard
   * @param toldBy who said that it ended
   * @param note what he said about it; null for nothing
   */
  record Stretch(
      String by,
      Instant from,
      Instant to,
      long seconds,
      String endedBy,
      String toldBy,
      String note) {}

  @Override
  public Map<String, Object> of(CaseFile file, Viewer viewer) {
    List<GuardStretch> kept = guards.of(file.number());
    return kept.isEmpty() ? Map.of() : Map.of("guard", guard(kept, clock.instant()));
  }

  private static Guard guard(List<GuardStretch> kept, Instant now) {
    GuardStretch last = kept.get(kept.size() - 1);
    return new Guard(
        last.person(),
        kept.get(0).from(),
        last.to(),
        kept.stream().mapToLong(each -> each.seconds(now)).sum(),
        kept.stream().anyMatch(each -> each.endedBy(GuardEvent.LEFT)),
        kept.stream().map(each -> stretch(each, now)).toList());
  }

  private static Stretch stretch(GuardStretch one, Instant now) {
    return new Stretch(
        one.person(),
        one.from(),
        one.to(),
        one.seconds(now),
        one.endedBy(),
        one.toldBy(),
        one.note());
  }
}
