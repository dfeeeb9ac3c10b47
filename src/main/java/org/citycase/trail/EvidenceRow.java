package org.citycase.trail;

/**
 * Names one witnessed row.
 *
 * @param key of the row within its kind and case
 */
public record EvidenceRow(Evidence kind, String caseNumber, String key) {

  /** As a log entry names it: {@code <kind>/<key>}. */
  public String name() {
    return kind.name(key);
  }
}
