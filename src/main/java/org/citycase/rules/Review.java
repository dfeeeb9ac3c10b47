package org.citycase.rules;

import java.util.List;
import org.citycase.Refusal;

/**
 * What the checks say about a draft.
 *
 * @param faults with any of them it can be neither rehearsed nor published
 * @param warnings what its author should look at
 * @param changes against the version it was made from
 */
public record Review(List<Remark> faults, List<Remark> warnings, List<Change> changes) {

  /**
   * One thing to say about a cell, a row or the table.
   *
   * @param field the cell as a spreadsheet names it, e.g. E9
   * @param row of a spreadsheet, counted from 1; null when none is meant
   * @param column its letter; null when none is meant
   * @param key of the column in the page; null when none is meant
   * @param zh the sentence in Chinese
   */
  public record Remark(
      String field, Integer row, String column, String key, String message, String zh) {

    static Remark of(Finding finding) {
      String cell = finding.column() == null ? "" : finding.column();
      return new Remark(
          finding.row() == null
              ? "table"
              : cell.isEmpty() ? "row " + finding.row() : cell + finding.row(),
          finding.row(),
          finding.column(),
          finding.key(),
          finding.sentence().en(),
          finding.sentence().zh());
    }
  }

  /** What a refusal says about cells, in a table whose columns have these keys. */
  static List<Remark> faults(Refusal faulty, List<String> keys) {
    return faulty.errors().stream().map(fault -> remark(fault, keys)).toList();
  }

  private static Remark remark(Refusal.FieldError fault, List<String> keys) {
    int column = fault.column() == null ? -1 : Sheet.indexOf(fault.column());
    return new Remark(
        fault.field(),
        fault.row(),
        fault.column(),
        column < 0 || column >= keys.size() ? null : keys.get(column),
        fault.message(),
        fault.zh());
  }
}
