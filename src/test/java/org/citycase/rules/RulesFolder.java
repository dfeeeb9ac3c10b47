package org.citycase.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tables of the rules folder, checked but not compiled, for tests of what is written of them.
 */
final class RulesFolder {

  static final Words WORDS = Words.read();

  private RulesFolder() {}

  static List<String> names() {
    return TableFolder.questions().stream()
        .map(question -> question.getAnnotation(QuestionTo.class).table())
        .toList();
  }

  static CheckedTable table(String name) {
    return checked(name, Sheet.read(Path.of("rules", name + ".drl.csv")));
  }

  /** The sheet checked as a sheet of that table. */
  static CheckedTable checked(String name, Sheet sheet) {
    return TableFolder.questions().stream()
        .map(question -> question.getAnnotation(QuestionTo.class))
        .filter(to -> to.table().equals(name))
        .map(to -> CheckedTable.of(sheet, name, question(name), answer(to)))
        .findFirst()
        .orElseThrow();
  }

  private static Form<?> question(String name) {
    return TableFolder.questions().stream()
        .filter(type -> type.getAnnotation(QuestionTo.class).table().equals(name))
        .map(type -> new Form<>(type, KnownWords.any()))
        .findFirst()
        .orElseThrow();
  }

  private static Form<?> answer(QuestionTo to) {
    return new Form<>(to.answer(), KnownWords.any());
  }

  /** The table with other remarks in front of its first rows, unchecked. */
  static CheckedTable withRemarks(CheckedTable table, List<String> remarks) {
    List<TableRow> rows = new ArrayList<>(table.rows());
    for (int i = 0; i < remarks.size(); i++) {
      rows.set(i, new TableRow(rows.get(i).line(), remarks.get(i), rows.get(i).cells()));
    }
    return new CheckedTable(table.name(), table.version(), table.head(), table.columns(), rows);
  }

  static List<String> remarks(Sheet sheet) {
    return IntStream.range(Head.FIRST_DATA_ROW, sheet.rows().size())
        .mapToObj(row -> sheet.cell(row, 0))
        .toList();
  }
}
