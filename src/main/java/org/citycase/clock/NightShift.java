package org.citycase.clock;

import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which node does the work of a night: the first that asks, for a few minutes at a time. A node
 * that dies meanwhile does not ask for more, and another one begins the work anew. The end of its
 * time, which no two nodes share, tells whose the shift is.
 */
@Component
class NightShift {

  private static final Duration LEASE = Duration.ofMinutes(5);

  private final JdbcClient jdbc;

  /** Until when the shift is this node's, as it last wrote it. */
  private long mine;

  NightShift(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this node does the night that begins this day. */
  synchronized boolean takes(LocalDate day, Instant now) {
    Date today = Date.valueOf(day);
    long until = until(now);
    boolean taken = isFree(today, until, now) || isFirstEver(today, until);
    if (taken) {
      mine = until;
    }
    return taken;
  }

  private boolean isFree(Date today, long until, Instant now) {
    return jdbc.sql(
                "UPDATE cc_night SET begun_day = ?, busy_until = ? WHERE id = 1"
                    + " AND (begun_day < ? OR begun_day = ? AND busy_until < ?"
                    + " AND (done_day IS NULL OR done_day < ?))")
            .params(today, until, today, today, now.toEpochMilli(), today)
            .update()
        > 0;
  }

  private boolean isFirstEver(Date day, long until) {
    try {
      return jdbc.sql(
                  "INSERT INTO cc_night (id, begun_day, busy_until) SELECT 1, ?, ?"
                      + " FROM (SELECT 1 AS one) none WHERE NOT EXISTS (SELECT 1 FROM cc_night)")
              .params(day, until)
              .update()
          > 0;
    } catch (DuplicateKeyException otherNode) {
      return false;
    }
  }

  /** The work goes on; false when another node has taken it over. */
  synchronized boolean stays(LocalDate day, Instant now) {
    long until = until(now);
    boolean stays =
        jdbc.sql(
                    "UPDATE cc_night SET busy_until = ?"
                        + " WHERE id = 1 AND begun_day = ? AND busy_until = ?")
                .params(until, Date.valueOf(day), mine)
                .update()
            > 0;
    if (stays) {
      mine = until;
    }
    return stays;
  }

  synchronized void isDone(LocalDate day) {
    jdbc.sql(
            "UPDATE cc_night SET done_day = ?"
                + " WHERE id = 1 AND begun_day = ? AND busy_until = ?")
        .params(Date.valueOf(day), Date.valueOf(day), mine)
        .update();
  }

  private static long until(Instant now) {
    return now.plus(LEASE).toEpochMilli();
  }
}
