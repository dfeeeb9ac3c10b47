package org.citycase.casefile;

import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.Wordless;
import org.citycase.clock.CityClock;
import org.citycase.clock.NightlyWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each night, erases the reporters of cases that ended longer ago than {@code
 * citycase.reporter-kept} (an ISO period, three years where it is not set). A merged report is kept
 * as long as the case that took it, whose end its reporter is told.
 */
@Component
class ReporterRetention implements NightlyWork {

  private static final Logger LOG = LoggerFactory.getLogger(ReporterRetention.class);
  private static final int AT_ONCE = 500;
  private static final List<String> ENDS =
      Arrays.stream(CaseState.values()).filter(CaseState::isEnd).map(CaseState::name).toList();

  /** Ended before then: over, and not moved since. */
  private static final String EXPIRED =
      """
      SELECT f.number FROM cc_case_file f
      WHERE f.number > :after AND f.reported_at < :before AND f.state IN (:ends)
        AND (f.reporter_name IS NOT NULL OR f.reporter_phone IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM cc_case_log l WHERE l.case_number = f.number
              AND l.at >= :before AND l.from_state <> l.to_state)
        AND NOT EXISTS (SELECT 1 FROM cc_case_file m WHERE m.number = f.merged_into
              AND (m.state NOT IN (:ends)
                OR EXISTS (SELECT 1 FROM cc_case_log k WHERE k.case_number = m.number
                     AND k.at >= :before AND k.from_state <> k.to_state)))
      ORDER BY f.number LIMIT
      """
          + AT_ONCE;

  private final ReporterErasure erasure;
  private final JdbcClient jdbc;
  private final CityClock clock;
  private final Period kept;

  ReporterRetention(
      ReporterErasure erasure,
      JdbcClient jdbc,
      CityClock clock,
      @Value("${citycase.reporter-kept:P3Y}") Period kept) {
    if (kept.isNegative()) {
      throw new Refusal(
          Refusal.Kind.MALFORMED,
          "citycase.reporter-kept is %s: say how long after a case's end its reporter is kept,"
                  .formatted(kept)
              + " as an ISO period such as P3Y or P90D.");
    }
    this.erasure = erasure;
    this.jdbc = jdbc;
    this.clock = clock;
    this.kept = kept;
  }

  @Override
  public void doAt(Instant midnight) {
    Instant before = clock.inCity(midnight).minus(kept).toInstant();
    List<String> numbers = expired("", before);
    while (!numbers.isEmpty()) {
      numbers.forEach(this::erase);
      numbers = expired(numbers.get(numbers.size() - 1), before);
    }
  }

  private void erase(String number) {
    try {
      erasure.afterTime(
          number,
          "姓名和电话在结束后保存满 %s。 Name and phone were kept for %s after the end.".formatted(kept, kept));
    } catch (RuntimeException e) {
      LOG.error(
          "The reporter of case {} could not be erased; the next night tries again",
          number,
          Wordless.of(e));
    }
  }

  private List<String> expired(String after, Instant before) {
    return jdbc.sql(EXPIRED)
        .param("after", after)
        .param("before", before.toEpochMilli())
        .param("ends", ENDS)
        .query(String.class)
        .list();
  }
}
