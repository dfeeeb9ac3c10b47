package org.citycase.casefile;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import org.citycase.trail.Canonical;

/** The end of a case's log: where the next entry is chained on. */
@Embeddable
class LogEnd {

  private int logLength;

  private String logHash = Canonical.NO_HASH;

  /** Whether the log vouches for all rows of the case; older cases come to it with their next. */
  private boolean traced = true;

  protected LogEnd() {}

  boolean isBegun() {
    return logLength > 0;
  }

  boolean isTraced() {
    return traced;
  }

  /** What is told, with the numbers it will have; it has no place in the chain yet. */
  List<LogEntry> numbered(String caseNumber, List<LogEntry.Told> told) {
    List<LogEntry> entries = new ArrayList<>();
    for (LogEntry.Told one : told) {
      LogEntry.Key key = new LogEntry.Key(caseNumber, logLength + entries.size() + 1);
      entries.add(new LogEntry(key, one, null, null));
    }
    return entries;
  }

  /**
   * Chains what is told.
   *
   * @param trace what the last of them vouches for, as JSON
   */
  List<LogEntry> chain(String caseNumber, List<LogEntry.Told> told, String trace) {
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      LogEntry.Key key = new LogEntry.Key(caseNumber, ++logLength);
      String vouched = i == told.size() - 1 ? trace : null;
      LogEntry entry = new LogEntry(key, told.get(i), vouched, logHash);
      logHash = entry.hash();
      entries.add(entry);
    }
    traced = true;
    return entries;
  }
}
