package org.citycase.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables a test writes: the head of a real one over rows of its own. */
final class WrittenTable {

  private WrittenTable() {}

  static CheckedTable of(Class<? extends Record> question, String... rows) {
    QuestionTo to = question.getAnnotation(QuestionTo.class);
    String text = head(to.table()) + String.join("\n", rows);
    return of(to.table(), text, question, to.answer());
  }

  /** A row of the table with these cells, by the keys of its columns, and nothing in the others. */
  static String row(Class<? extends Record> question, String... keysAndCells) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < keysAndCells.length; i += 2) {
      cells.put(keysAndCells[i], keysAndCells[i + 1]);
    }
    StringBuilder row = new StringBuilder();
    for (Column column : inTheFolder(question).columns()) {
      row.append(',').append(cells.getOrDefault(column.key(), ""));
    }
    return row.toString();
  }

  /** The table as it lies in the folder with one text in place of another. */
  static CheckedTable changed(Class<? extends Record> question, String old, String now) {
    QuestionTo to = question.getAnnotation(QuestionTo.class);
    String text = read(to.table());
    if (!text.contains(old)) {
      throw new IllegalArgumentException(to.table() + " holds no " + old);
    }
    return of(to.table(), text.replace(old, now), question, to.answer());
  }

  static CheckedTable inTheFolder(Class<? extends Record> question) {
    return changed(question, "", "");
  }

  static CheckedTable of(
      String name, String text, Class<? extends Record> question, Class<? extends Record> answer) {
    Sheet sheet = Sheet.of(name + ".drl.csv", text.getBytes(StandardCharsets.UTF_8));
    KnownWords any = KnownWords.any();
    return CheckedTable.of(sheet, name, new Form<>(question, any), new Form<>(answer, any));
  }

  private static String head(String table) {
    List<String> lines = read(table).lines().toList();
    return String.join("\n", lines.subList(0, Head.FIRST_DATA_ROW)) + "\n";
  }

  private static String read(String table) {
    try {
      return Files.readString(Path.of("rules", table + ".drl.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
