package org.citycase.release;

import java.util.List;
import org.citycase.release.BothAnswers.Answers;

/**
 * A case with all questions one table was asked about it, oldest first, and what both say to them.
 */
record AskedCase(String table, String number, List<Answered> receipts) {

  record Answered(StoredQuestion asked, Answers answers) {}

  boolean changes() {
    return receipts.stream().anyMatch(one -> one.answers().differ());
  }

  List<Answered> changed() {
    return receipts.stream().filter(one -> one.answers().differ()).toList();
  }

  /** The last decision that would have been another one. */
  Answered lastChanged() {
    List<Answered> changed = changed();
    return changed.get(changed.size() - 1);
  }

  Answered last() {
    return receipts.get(receipts.size() - 1);
  }
}
