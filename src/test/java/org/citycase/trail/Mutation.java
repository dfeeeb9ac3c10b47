package org.citycase.trail;

import java.util.List;
import java.util.Map;

/**
 * One change of one or two rows behind the service's back.
 *
 * @param named one of these findings must name each row that was touched
 * @param undone the statements that put everything back
 */
record Mutation(String told, List<List<Name>> named, List<Runnable> undone) {

  /** What a finding calls a row, and the case it tells it of; null for none. */
  record Name(String caseNumber, String what) {

    boolean names(Finding finding) {
      return what.equals(finding.what())
          && (caseNumber == null || caseNumber.equals(finding.caseNumber()));
    }
  }

  boolean isNamedBy(List<Finding> findings) {
    return named.stream()
        .allMatch(
            names -> names.stream().anyMatch(name -> findings.stream().anyMatch(name::names)));
  }

  void undo() {
    undone.forEach(Runnable::run);
  }

  /** A row as the database has it. */
  record StoredRow(EvidentTable table, Map<String, Object> values) {

    Name name() {
      return table.name(values);
    }
  }
}
