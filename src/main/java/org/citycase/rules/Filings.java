package org.citycase.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * Knows when cases were filed (立案): from then on a case keeps the tables in force at that instant.
 */
public interface Filings {

  /**
   * A filing.
   *
   * @param publication the newest publication of any table known then, by its place in the list of
   *     all; what was published later in the same instant is not for the case
   */
  record Filed(Instant at, long publication) {}

  Optional<Filed> of(String caseNumber);
}
