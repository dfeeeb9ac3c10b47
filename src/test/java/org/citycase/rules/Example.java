package org.citycase.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line of a {@code *.cases.csv}: the facts of a question, the row that must answer it (or
 * {@code refused}) and the answer.
 */
record Example(
    String table, int line, Map<String, String> question, String row, Map<String, String> answer) {

  static final String REFUSED = "refused";

  boolean refused() {
    return row.equals(REFUSED);
  }

  static List<Example> of(String table) {
    Sheet sheet = sheet(Path.of("rules", table + ".cases.csv"));
    List<String> head = sheet.rows().get(0);
    int split = head.indexOf("row");
    List<Example> examples = new ArrayList<>();
    for (int line = 1; line < sheet.rows().size(); line++) {
      if (!sheet.blank(line)) {
        examples.add(
            new Example(
                table,
                line + 1,
                facts(head, sheet.rows().get(line), 0, split),
                sheet.cell(line, split),
                facts(head, sheet.rows().get(line), split + 1, head.size())));
      }
    }
    return examples;
  }

  /** Excel writes TRUE for true; an empty cell stands for empty, 0 or false. */
  private static Map<String, String> facts(
      List<String> head, List<String> cells, int from, int to) {
    Map<String, String> facts = new HashMap<>();
    for (int column = from; column < to; column++) {
      String cell = cells.get(column);
      boolean truth = cell.equals("TRUE") || cell.equals("FALSE");
      facts.put(head.get(column), truth ? cell.toLowerCase(Locale.ROOT) : cell);
    }
    return facts;
  }

  private static Sheet sheet(Path path) {
    try {
      return Sheet.of(path.getFileName().toString(), Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException("The table has no examples: write " + path, e);
    }
  }
}
