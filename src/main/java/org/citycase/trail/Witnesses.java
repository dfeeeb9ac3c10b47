package org.citycase.trail;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects which evidence each transaction writes and says so once, before the commit. Evidence
 * that is written later than that fails the transaction: no log would vouch for it.
 */
@Component
public class Witnesses {

  private final ObjectProvider<EntityManager> entities;
  private final EvidenceRows evidence;
  private final ApplicationEventPublisher events;

  Witnesses(
      ObjectProvider<EntityManager> entities,
      EvidenceRows evidence,
      ApplicationEventPublisher events) {
    this.entities = entities;
    this.evidence = evidence;
    this.events = events;
  }

  /**
   * A row is about to be written over or removed in the running transaction: the log tells how it
   * was found, so that what was altered before is not vouched for unnoticed.
   */
  public void changes(EvidenceRow row) {
    Seen seen = seen();
    if (seen != null) {
      seen.find(row);
    }
  }

  /** A row was written or removed in the running transaction. */
  public void wrote(EvidenceRow row) {
    Seen seen = seen();
    if (seen == null) {
      throw new IllegalStateException("Evidence is written in a transaction only: " + row.name());
    }
    seen.add(row);
  }

  /** The running transaction holds the row of this case: who else changes the case waits for it. */
  public void holds(String caseNumber) {
    Seen seen = seen();
    if (seen != null) {
      seen.held.add(caseNumber);
    }
  }

  /** The log of this case grows in the running transaction. */
  public void logGrows(String caseNumber) {
    seen().rows.computeIfAbsent(caseNumber, number -> new LinkedHashSet<>());
  }

  /** Evidence may be written in the running transaction: looks at it before the commit. */
  void attend() {
    if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      seen();
    }
  }

  private Seen seen() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()
        || !TransactionSynchronizationManager.isActualTransactionActive()) {
      return null;
    }
    for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
      if (one instanceof Seen seen) {
        return seen;
      }
    }
    Seen seen = new Seen();
    TransactionSynchronizationManager.registerSynchronization(seen);
    return seen;
  }

  /** What one transaction wrote. */
  private final class Seen implements TransactionSynchronization, Ordered {

    private final SortedMap<String, Set<EvidenceRow>> rows = new TreeMap<>();
    private final Map<EvidenceRow, String> before = new HashMap<>();
    private final Set<String> held = new HashSet<>();
    private boolean said;

    /** As it was before this transaction, of rows that were there; nobody changes it meanwhile. */
    void find(EvidenceRow row) {
      boolean ours = rows.getOrDefault(row.caseNumber(), Set.of()).contains(row);
      if (!ours && !before.containsKey(row)) {
        if (held.add(row.caseNumber())) {
          evidence.hold(row.caseNumber());
        }
        before.put(row, evidence.before(row));
      }
    }

    void add(EvidenceRow row) {
      if (!said) {
        rows.computeIfAbsent(row.caseNumber(), number -> new LinkedHashSet<>()).add(row);
      } else if (row.kind() != Evidence.CASE) {
        // The case file itself changes once more with the head of its log.
        throw new IllegalStateException("Written after its log was closed: " + row);
      }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      entities.ifAvailable(EntityManager::flush);
      said = true;
      if (!rows.isEmpty()) {
        events.publishEvent(new RowsWritten(rows, before));
      }
    }

    /** The last to look: others may still write. */
    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }
  }
}
