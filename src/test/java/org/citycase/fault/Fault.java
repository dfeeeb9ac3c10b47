package org.citycase.fault;

import java.util.Locale;

/** What happens in each round of a run. */
enum Fault {
  /** A node is killed; in every fourth round both are. */
  KILL,
  /** The primary of three database servers behind a router is killed. */
  PRIMARY,
  /** The database hangs or is killed, and is back after a while. */
  DATABASE,
  /** A node is told to end under load. */
  STOP,
  /** The disk of the photos is full for a while. */
  DISK,
  /** The clock of one node runs two minutes ahead, or behind. */
  CLOCK;

  static Fault of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
