package org.citycase.release;

import java.time.Instant;

/**
 * A table as its owner would have it.
 *
 * @param base the version it was made from
 * @param edition counts its changes
 * @param text of the table, which may be faulty
 */
record Draft(
    long id,
    String table,
    String base,
    String author,
    Instant createdAt,
    Instant changedAt,
    int edition,
    State state,
    String text) {

  /** What became of it. */
  enum State {
    OPEN,
    PUBLISHED,
    DISCARDED
  }
}
