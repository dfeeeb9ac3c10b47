package org.citycase.rules;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.citycase.Refusal;

/**
 * The cells of one CSV file as Excel shows them: the first row is 1, the first column A. Inside the
 * house both count from 0.
 *
 * @param version the first 12 hexadecimal digits of the file's SHA-256
 */
record Sheet(String file, String version, List<List<String>> rows) {

  private static final int VERSION_DIGITS = 12;
  private static final long LARGEST = 10L * 1024 * 1024;
  private static final CSVFormat EXCEL_CSV =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

  static Sheet read(Path path) {
    String file = path.getFileName().toString();
    try {
      if (Files.size(path) > LARGEST) {
        throw refused(file, "is larger than 10 MB. A table of rules is far smaller: check it.");
      }
      return of(file, Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException("Table " + path + " cannot be read.", e);
    }
  }

  static Sheet of(String file, byte[] content) {
    String text = text(file, content);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), EXCEL_CSV)) {
      List<List<String>> rows = parser.stream().map(CSVRecord::toList).toList();
      return new Sheet(file, version(content), rows);
    } catch (IOException | IllegalStateException | UncheckedIOException e) {
      throw refused(
          file, "is no readable CSV (" + e.getMessage() + "). Check quotation marks and commas.");
    }
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
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.append(row + 1).toString();
  }

  private static String text(String file, byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw refused(file, "is not UTF-8. Save it in Excel as 'CSV UTF-8 (comma delimited)'.");
    }
  }

  private static String version(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal refused(String file, String why) {
    return new Refusal(Refusal.Kind.AGAINST_RULES, "Table " + file + " " + why);
  }
}
