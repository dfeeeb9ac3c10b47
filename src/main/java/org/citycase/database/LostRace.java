package org.citycase.database;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * How two transactions that met at the same rows ended for the one that lost, whichever layer tells
 * it: by then it is rolled back, and may be done again from its beginning.
 */
public enum LostRace {
  /** Somebody else changed first what this one had read. */
  OUTRUN,
  /** Each held what the other wanted, and the database ended this one. */
  DEADLOCK,
  /** What it wanted was held for longer than one waits. */
  WAITED_IN_VAIN;

  /** MySQL, and a member of a group that found the conflict on commit; H2. */
  private static final Set<Integer> DEADLOCKS = Set.of(1213, 3101, 40001);

  /** MySQL; H2. */
  private static final Set<Integer> TIMEOUTS = Set.of(1205, 3572, 50200);

  /** H2 when a row was changed since it was read. */
  private static final int CHANGED = 90131;

  /** The race that something was thrown for, or null when it was for something else. */
  public static LostRace of(Throwable thrown) {
    LostRace race = null;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refusal && of(refusal.getErrorCode()) != null) {
        return of(refusal.getErrorCode());
      }
      if (cause instanceof ConcurrencyFailureException
          || cause instanceof OptimisticLockException) {
        race = OUTRUN;
      }
    }
    return race;
  }

  private static LostRace of(int code) {
    if (DEADLOCKS.contains(code)) {
      return DEADLOCK;
    }
    if (TIMEOUTS.contains(code)) {
      return WAITED_IN_VAIN;
    }
    return code == CHANGED ? OUTRUN : null;
  }
}
