package org.citycase.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.citycase.Refusal;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the running transaction will tell all nodes by its commit: a version, or that one is taken
 * back. It must be told before the instant it is about, early enough for every node to hear it; a
 * transaction that took too long is undone.
 *
 * @param last when the transaction must have ended
 */
record Announcement(TableVersion about, Instant last, TableShelf shelf, Clock clock)
    implements TransactionSynchronization {

  /** A node knows within a second; the other one is for clocks that do not quite agree. */
  static final Duration HEARD = TableShelf.OLDEST.plusSeconds(1);

  void begin() {
    TransactionSynchronizationManager.registerSynchronization(this);
  }

  /** Whether the running transaction sees versions that nobody else may see yet. */
  static boolean isRunning() {
    return TransactionSynchronizationManager.isSynchronizationActive()
        && TransactionSynchronizationManager.getSynchronizations().stream()
            .anyMatch(Announcement.class::isInstance);
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    if (clock.instant().isAfter(last)) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "Version %s of table %s takes effect at %s, too soon for every node to hear of this: nothing was changed, try again."
              .formatted(about.version(), about.table(), about.effectiveAt()));
    }
  }

  @Override
  public void afterCompletion(int status) {
    shelf.forget();
  }
}
