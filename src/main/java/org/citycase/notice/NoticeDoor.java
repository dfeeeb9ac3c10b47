package org.citycase.notice;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.citycase.CaseInLog;
import org.citycase.Wordless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a notice to the sender once its transaction is committed, because what is rolled back was
 * never said, and keeps the sender's receipt with the notice. What did not leave is tried again.
 */
@Component
class NoticeDoor {

  /** A notice was stored in the running transaction. */
  record NoticeIssued(Notice notice) {}

  static final int MOST_ATTEMPTS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(NoticeDoor.class);

  /** What was never tried by then was cut off between its commit and the sender. */
  private static final Duration CUT_OFF = Duration.ofMinutes(10);

  private static final int AT_ONCE = 500;
  private static final int LONGEST_RECEIPT = 200;
  private static final int LONGEST_FAILURE = 500;

  /** Who was erased while his notice was on its way does not come back with its receipt. */
  private static final String FORGOTTEN =
      "UPDATE cc_notice SET receipt = NULL, failure = NULL"
          + " WHERE id = ? AND citizen = TRUE AND address = ''";

  private final NoticeSender sender;
  private final JdbcTemplate jdbc;
  private final EntityManager store;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  NoticeDoor(
      NoticeSender sender,
      JdbcTemplate jdbc,
      EntityManager store,
      Clock clock,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.sender = sender;
    this.jdbc = jdbc;
    this.store = store;
    this.clock = clock;
    this.transaction = transaction;
    this.events = events;
  }

  /**
   * What came of handing a notice to the sender.
   *
   * @param receipt null when it failed
   * @param failure null when it left
   */
  private record Sending(String receipt, String failure) {

    boolean left() {
      return failure == null;
    }
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  public void leave(NoticeIssued issued) {
    Notice notice = issued.notice();
    try (CaseInLog.Named named = CaseInLog.naming(notice.caseNumber())) {
      keep(notice, send(notice), 1);
    }
  }

  /** Tries again what did not leave; tells how many have left now. */
  int resend() {
    int left = 0;
    for (StoredNotice stored : pending()) {
      try (CaseInLog.Named named = CaseInLog.naming(stored.shown().caseNumber())) {
        left += again(stored) ? 1 : 0;
      }
    }
    return left;
  }

  private boolean again(StoredNotice stored) {
    try {
      return leftNow(stored);
    } catch (RuntimeException e) {
      LOG.error(
          "Notice {} could not be tried again; it stays in the queue", stored.id(), Wordless.of(e));
      return false;
    }
  }

  private List<StoredNotice> pending() {
    return store
        .createQuery(
            "from StoredNotice n where n.givenUp = false and n.deliveredAt is null"
                + " and (n.attempts > 0 or n.at < :cutOff) order by n.id",
            StoredNotice.class)
        .setParameter("cutOff", clock.instant().minus(CUT_OFF))
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  private boolean leftNow(StoredNotice stored) {
    int before = stored.delivery().attempts();
    if (!claim(stored.id(), before)) {
      return false;
    }
    Notice notice = stored.shown();
    Sending sending = send(notice);
    keep(notice, sending, 0);
    if (!sending.left() && before + 1 >= MOST_ATTEMPTS) {
      giveUp(notice, before + 1, sending.failure());
    }
    return sending.left();
  }

  /** Counts the attempt before it is made: of several nodes that saw the notice, one makes it. */
  private boolean claim(long id, int before) {
    return jdbc.update(
            "UPDATE cc_notice SET attempts = attempts + 1"
                + " WHERE id = ? AND attempts = ? AND delivered_at IS NULL AND given_up = FALSE",
            id,
            before)
        == 1;
  }

  private void giveUp(Notice notice, int attempts, String failure) {
    transaction.executeWithoutResult(
        status -> {
          int given =
              jdbc.update(
                  "UPDATE cc_notice SET given_up = TRUE"
                      + " WHERE id = ? AND given_up = FALSE AND delivered_at IS NULL",
                  notice.id());
          if (given == 1) {
            events.publishEvent(new NoticeGivenUp(notice, attempts, failure));
          }
        });
  }

  private Sending send(Notice notice) {
    try {
      return new Sending(shortened(String.valueOf(sender.send(notice)), LONGEST_RECEIPT), null);
    } catch (RuntimeException e) {
      LOG.error(
          "Notice {} of case {} is stored but could not be sent; it will be tried again",
          notice.document(),
          notice.caseNumber(),
          Wordless.of(e));
      return new Sending(null, shortened(e.toString(), LONGEST_FAILURE));
    }
  }

  /**
   * Keeps what came of it. What cannot be kept is only logged: the notice has left all the same,
   * and who reported the case must not be told that nothing was stored.
   *
   * @param uncounted attempts that are not counted yet
   */
  private void keep(Notice notice, Sending sending, int uncounted) {
    try {
      if (sending.left()) {
        write(
            "attempts = attempts + ?, delivered_at = ?, receipt = ?, failure = NULL WHERE id = ?",
            uncounted,
            clock.instant().toEpochMilli(),
            sending.receipt(),
            notice.id());
      } else {
        write(
            "attempts = attempts + ?, failure = ? WHERE id = ? AND delivered_at IS NULL",
            uncounted,
            sending.failure(),
            notice.id());
      }
    } catch (RuntimeException e) {
      LOG.error(
          "What came of sending notice {} ({}) could not be kept; it may be sent again",
          notice.id(),
          sending.left() ? sending.receipt() : sending.failure(),
          Wordless.of(e));
    }
  }

  /**
   * After a commit the connection of that transaction is still this thread's. It is used once more:
   * to wait for a second one could leave all threads waiting for each other.
   *
   * @param values of the change's question marks, the notice's id last
   */
  private void write(String change, Object... values) {
    jdbc.update("UPDATE cc_notice SET " + change, values);
    jdbc.update(FORGOTTEN, values[values.length - 1]);
    jdbc.execute(
        (ConnectionCallback<Void>)
            connection -> {
              if (!connection.getAutoCommit()) {
                connection.commit();
              }
              return null;
            });
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
