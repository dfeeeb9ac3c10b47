package org.citycase.supervise;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.citycase.Wordless;
import org.citycase.clock.NightlyWork;
import org.citycase.process.Incident;
import org.citycase.process.Incidents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks every half minute for what the engine gave up and has the administrators told of it, of
 * each incident once whichever node sees it first; in a simulation, whose time only moves when it
 * is moved, every night. What fails alike at one element is told together: a broken table would
 * otherwise send a notice for every case of the city.
 */
@Component
class IncidentWatch implements NightlyWork {

  private static final Logger LOG = LoggerFactory.getLogger(IncidentWatch.class);
  private static final long EVERY_HALF_MINUTE = 30_000;
  private static final int AT_ONCE = 500;

  private final Incidents incidents;
  private final IncidentPost post;
  private final TransactionTemplate transaction;
  private final boolean simulated;

  IncidentWatch(
      Incidents incidents,
      IncidentPost post,
      TransactionTemplate transaction,
      Environment environment) {
    this.incidents = incidents;
    this.post = post;
    this.transaction = transaction;
    this.simulated = environment.acceptsProfiles(Profiles.of("simulation"));
  }

  @Scheduled(fixedDelay = EVERY_HALF_MINUTE)
  void look() {
    if (!simulated) {
      tell();
    }
  }

  @Override
  public void doAt(Instant midnight) {
    if (simulated) {
      tell();
    }
  }

  /** Tells of what nobody was told of yet; gives the number of those incidents. */
  int tell() {
    return incidents.untold(AT_ONCE).stream()
        .collect(
            Collectors.groupingBy(
                one -> one.element() + "@" + (one.caseNumber() == null),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .mapToInt(this::tell)
        .sum();
  }

  private int tell(List<Incident> alike) {
    try {
      List<Incident> mine = transaction.execute(now -> post.tell(alike));
      mine.forEach(
          one ->
              LOG.error(
                  "The engine gave up {} of case {}: incident {}; see /operations/incidents.",
                  one.element(),
                  one.caseNumber(),
                  one.id()));
      return mine.size();
    } catch (RuntimeException e) {
      LOG.error(
          "Of {} incidents nobody could be told; tried again soon.", alike.size(), Wordless.of(e));
      return 0;
    }
  }
}
