package org.citycase.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.citycase.Refusal;
import org.citycase.Refusal.FieldError;

/** What is wrong with one table file, cell by cell. */
class Faults {

  private static final int PRINTED = 20;

  private final String file;
  private final List<FieldError> found = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  /** A fault in the cell of this row and column, both counted from 0. */
  void add(int row, int column, String message) {
    found.add(new FieldError(Sheet.nameOf(row, column), message));
  }

  void addRow(int row, String message) {
    found.add(new FieldError("row " + (row + 1), message));
  }

  boolean any() {
    return !found.isEmpty();
  }

  void refuseIfAny() {
    if (any()) {
      throw refusal();
    }
  }

  private Refusal refusal() {
    String listed =
        found.stream()
            .limit(PRINTED)
            .map(fault -> fault.field() + ": " + fault.message())
            .collect(Collectors.joining(" "));
    int more = found.size() - PRINTED;
    String sentence = "Table " + file + " is refused. " + listed;
    return new Refusal(
        Refusal.Kind.AGAINST_RULES,
        more > 0 ? sentence + " And " + more + " more." : sentence,
        found);
  }
}
