package org.citycase.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table written down: for its file, for its version and for Drools. */
class TableText {

  private static final int VERSION_DIGITS = 12;
  private static final int LABELS = 7;
  private static final CSVFormat LINES = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private TableText() {}

  /**
   * A row of the head in the width of the table; what stands in front of rows 1 to 7 is a remark.
   */
  static List<String> headRow(List<String> row, int columns) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i <= columns; i++) {
      cells.add(i < row.size() ? row.get(i) : "");
    }
    return cells;
  }

  /** Equal tables have equal text, whatever wrote them. */
  static String canonical(List<List<String>> head, List<Column> columns, List<TableRow> rows) {
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < head.size(); i++) {
      lines.add(i == LABELS ? head.get(i) : withoutRemark(head.get(i)));
    }
    for (TableRow row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.remark()));
      for (int i = 0; i < columns.size(); i++) {
        cells.add(shown(columns.get(i), row.cells().get(i)));
      }
      lines.add(cells);
    }
    return print(lines);
  }

  static String forDrools(List<List<String>> head, List<TableRow> rows) {
    List<List<String>> lines = new ArrayList<>();
    head.forEach(row -> lines.add(withoutRemark(row)));
    for (TableRow row : rows) {
      List<String> cells = new ArrayList<>(List.of(""));
      cells.addAll(row.cells());
      lines.add(cells);
    }
    return print(lines);
  }

  /** The cell as a spreadsheet shows it: TRUE for true. */
  static String shown(Column column, String cell) {
    return column.type().type() == boolean.class ? cell.toUpperCase(Locale.ROOT) : cell;
  }

  /** The first 12 hexadecimal digits of the SHA-256 of the text. */
  static String version(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> withoutRemark(List<String> row) {
    List<String> cells = new ArrayList<>(row);
    cells.set(0, "");
    return cells;
  }

  static String print(List<List<String>> lines) {
    StringBuilder csv = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(csv, LINES)) {
      printer.printRecords(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }
}
