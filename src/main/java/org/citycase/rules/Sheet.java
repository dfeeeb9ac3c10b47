package org.citycase.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cells of one CSV file as Excel shows them: the first row is 1, the first column A. Inside the
 * house both count from 0.
 */
record Sheet(String file, List<List<String>> rows) {

  private static final Pattern BASE = Pattern.compile("version ([0-9a-f]{12})");
  private static final long LARGEST = 10L * 1024 * 1024;

  static Sheet read(Path path) {
    String file = path.getFileName().toString();
    try {
      if (Files.size(path) > LARGEST) {
        throw Faults.ofFile(file, FaultText.TOO_LARGE.with());
      }
      return of(file, Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException("Table " + path + " cannot be read.", e);
    }
  }

  static Sheet of(String file, byte[] content) {
    return new Sheet(file, new CsvText(file).rows(content));
  }

  /** The version this sheet was made from, as a download says it in its first cell; or nothing. */
  String base() {
    Matcher said = BASE.matcher(cell(0, 0).strip());
    return said.matches() ? said.group(1) : "";
  }

  /** The cell, or nothing beyond the end of its row: Excel leaves empty cells at the end out. */
  String cell(int row, int column) {
    if (row >= rows.size() || column >= rows.get(row).size()) {
      return "";
    }
    return rows.get(row).get(column);
  }

  int width(int row) {
    return rows.get(row).size();
  }

  boolean blank(int row) {
    return rows.get(row).stream().allMatch(String::isBlank);
  }

  /** The name of a cell in Excel, e.g. D12. */
  static String nameOf(int row, int column) {
    return lettersOf(column) + (row + 1);
  }

  /** The name of a column in Excel, e.g. AB. */
  static String lettersOf(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  /** The index of a column Excel names by letters. */
  static int indexOf(String letters) {
    int index = 0;
    for (char letter : letters.toCharArray()) {
      index = index * 26 + (letter - 'A' + 1);
    }
    return index - 1;
  }
}
