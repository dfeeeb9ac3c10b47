package org.citycase.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the engine has to do and whether it keeps up; one look over the jobs of all open cases. */
@Service
@Transactional(readOnly = true)
public class EngineLoad {

  private static final String WAITS =
      "SUSPENSION_STATE_ = 1 AND RETRIES_ > 0 AND DUEDATE_ <= :now"
          + " AND (LOCK_EXP_TIME_ IS NULL OR LOCK_EXP_TIME_ < :now)";

  private static final String LOOK =
      """
      SELECT COUNT(CASE WHEN %1$s THEN 1 END) AS waiting,
        COUNT(CASE WHEN LOCK_EXP_TIME_ >= :now THEN 1 END) AS running,
        COUNT(CASE WHEN RETRIES_ = 0 THEN 1 END) AS failed,
        COUNT(CASE WHEN TYPE_ = 'timer' AND %1$s THEN 1 END) AS overdue,
        MIN(CASE WHEN TYPE_ = 'timer' AND %1$s THEN DUEDATE_ END) AS oldest
      FROM ACT_RU_JOB"""
          .formatted(WAITS);

  private final JdbcClient database;

  EngineLoad(JdbcClient database) {
    this.database = database;
  }

  /**
   * The engine's jobs at an instant.
   *
   * @param waiting due, and no node works on them
   * @param running locked by a node
   * @param failed tried as often as they are tried
   * @param overdueTimers of those that wait
   * @param lag how long the oldest overdue timer waits; nothing when none does
   */
  public record Load(long waiting, long running, long failed, long overdueTimers, Duration lag) {}

  public Load at(Instant instant) {
    return database
        .sql(LOOK)
        .param("now", Timestamp.from(instant))
        .query((row, number) -> load(row, instant))
        .single();
  }

  private static Load load(ResultSet row, Instant now) throws SQLException {
    Timestamp oldest = row.getTimestamp("oldest");
    return new Load(
        row.getLong("waiting"),
        row.getLong("running"),
        row.getLong("failed"),
        row.getLong("overdue"),
        oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now));
  }
}
