package org.citycase.trail;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a transaction wrote, said once before it commits, so that the logs of the cases can vouch
 * for it.
 *
 * @param rows by case number; empty for a case whose log alone grew
 * @param before the hashes of rows as they were found when they were changed; null for one that was
 *     not there
 */
public record RowsWritten(
    SortedMap<String, Set<EvidenceRow>> rows, Map<EvidenceRow, String> before) {

  /** What is before the name of a row as it was found. */
  public static final String WAS = "was ";

  /** How the rows of a case were found, by their names as the log tells them. */
  public SortedMap<String, String> found(String caseNumber) {
    SortedMap<String, String> found = new TreeMap<>();
    before.forEach(
        (row, hash) -> {
          if (hash != null && row.caseNumber().equals(caseNumber)) {
            found.put(WAS + row.name(), hash);
          }
        });
    return found;
  }
}
