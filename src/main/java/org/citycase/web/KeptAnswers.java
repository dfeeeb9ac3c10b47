package org.citycase.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.citycase.casefile.ReporterErased;
import org.citycase.clock.CityClock;
import org.citycase.clock.NightlyWork;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The answers given under an {@code Idempotency-Key}, each kept in the transaction of what it tells
 * and for a week; those of reports are kept by the room that takes them.
 */
@Component
class KeptAnswers implements NightlyWork {

  private static final Duration KEPT = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final CityClock clock;

  KeptAnswers(JdbcClient jdbc, CityClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A request that may come again.
   *
   * @param hash of method, path and body: another request under the same key is refused
   * @param caseNumber whose case it acts on; null when the path does not tell
   */
  record Asked(String key, String sender, String hash, String caseNumber) {}

  /** What was answered; location and body may be null. */
  record Answer(
      String requestHash, int statusCode, String contentType, String location, String answer) {}

  /** Takes the key: whoever comes with the same one waits until this transaction ends. */
  void claim(Asked asked) {
    jdbc.sql(
            "INSERT INTO cc_kept_answer (idempotency_key, sender, request_hash, case_number, at)"
                + " VALUES (?, ?, ?, ?, ?)")
        .param(asked.key())
        .param(asked.sender())
        .param(asked.hash())
        .param(asked.caseNumber())
        .param(clock.millis())
        .update();
  }

  void keep(Asked asked, Answer answer) {
    jdbc.sql(
            "UPDATE cc_kept_answer SET status_code = ?, content_type = ?, location = ?, answer = ?"
                + " WHERE idempotency_key = ? AND sender = ?")
        .param(answer.statusCode())
        .param(answer.contentType())
        .param(answer.location())
        .param(answer.answer())
        .param(asked.key())
        .param(asked.sender())
        .update();
  }

  Optional<Answer> of(Asked asked) {
    return jdbc.sql(
            "SELECT request_hash, status_code, content_type, location, answer FROM cc_kept_answer"
                + " WHERE idempotency_key = ? AND sender = ? AND status_code IS NOT NULL")
        .params(asked.key(), asked.sender())
        .query(Answer.class)
        .optional();
  }

  /** An answer may show the reporter: none is kept beyond his erasure. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void erase(ReporterErased erased) {
    jdbc.sql("UPDATE cc_kept_answer SET answer = NULL WHERE case_number IN (:numbers)")
        .param("numbers", erased.cases())
        .update();
  }

  @Override
  public void doAt(Instant midnight) {
    jdbc.sql("DELETE FROM cc_kept_answer WHERE at < ?")
        .param(midnight.minus(KEPT).toEpochMilli())
        .update();
  }
}
