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

  /** A fault of the file as a whole. */
  static Refusal ofFile(String file, Bilingual sentence) {
    return ofFile(Refusal.Kind.AGAINST_RULES, file, sentence);
  }

  static Refusal ofFile(Refusal.Kind kind, String file, Bilingual sentence) {
    Faults faults = new Faults(file);
    faults.found.add(new FieldError("file", null, null, sentence.en(), sentence.zh()));
    return faults.refusal(kind);
  }

  /** A file made from a version that is no longer the newest. */
  static Refusal ofVersion(Sheet sheet, TableVersion latest) {
    Faults faults = new Faults(sheet.file());
    faults.add(
        Workbook.VERSION_ROW,
        0,
        FaultText.OUTDATED.with(
            sheet.base(), latest.table(), latest.version(), latest.publishedBy()));
    return faults.refusal(Refusal.Kind.CONFLICT);
  }

  /** A fault in the cell of this row and column, both counted from 0. */
  void add(int row, int column, Bilingual sentence) {
    String letters = Sheet.lettersOf(column);
    found.add(
        new FieldError(Sheet.nameOf(row, column), row + 1, letters, sentence.en(), sentence.zh()));
  }

  void addRow(int row, Bilingual sentence) {
    found.add(new FieldError("row " + (row + 1), row + 1, null, sentence.en(), sentence.zh()));
  }

  List<FieldError> found() {
    return List.copyOf(found);
  }

  boolean any() {
    return !found.isEmpty();
  }

  void refuseIfAny() {
    if (any()) {
      throw refusal();
    }
  }

  Refusal refusal() {
    return refusal(Refusal.Kind.AGAINST_RULES);
  }

  Refusal refusal(Refusal.Kind kind) {
    String listed =
        found.stream().limit(PRINTED).map(Faults::sentence).collect(Collectors.joining(" "));
    int more = found.size() - PRINTED;
    String sentence = "Table " + file + " is refused. " + listed;
    return new Refusal(kind, more > 0 ? sentence + " And " + more + " more." : sentence, found);
  }

  private static String sentence(FieldError fault) {
    return fault.row() == null ? fault.message() : fault.field() + ": " + fault.message();
  }
}
