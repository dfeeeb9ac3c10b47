package org.citycase.rules;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.citycase.Refusal;

/**
 * The cells of a CSV file as spreadsheets save it: UTF-8 with or without a mark, or UTF-16 with
 * one; separated by commas, semicolons or tabs. Another encoding, GBK above all, is refused with
 * its first cell, for a wrong guess would turn words into others.
 */
class CsvText {

  private static final int MOST_ROWS = Head.FIRST_DATA_ROW + WorkbookCells.MOST_ROWS;

  /** The separator stands behind the version, or before the first keyword of a table. */
  private static final Pattern FIRST_LINE =
      Pattern.compile("^\"?version [0-9a-f]{12}\"?([,;\t])|([,;\t])\"?RuleSet\\b");

  private final String file;

  CsvText(String file) {
    this.file = file;
  }

  List<List<String>> rows(byte[] content) {
    String text = decoded(content);
    int nothing = text.indexOf('\0');
    if (nothing >= 0) {
      throw notUtf8(text.substring(0, nothing));
    }
    try {
      return parsed(text);
    } catch (IOException | IllegalStateException | UncheckedIOException e) {
      throw CsvPlace.ofQuote(file, text, separator(text));
    }
  }

  private List<List<String>> parsed(String text) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format(text))) {
      for (CSVRecord record : parser) {
        if (rows.size() < MOST_ROWS) {
          rows.add(record.toList());
        } else if (record.stream().anyMatch(cell -> !cell.isBlank())) {
          Faults faults = new Faults(file);
          faults.addRow(MOST_ROWS, FaultText.TOO_MANY_ROWS.with());
          throw faults.refusal(Refusal.Kind.TOO_LARGE);
        }
      }
    }
    return rows;
  }

  private static CSVFormat format(String text) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator(text))
        .setIgnoreEmptyLines(false)
        .get();
  }

  private static char separator(String text) {
    int end = text.indexOf('\n');
    Matcher first = FIRST_LINE.matcher(end < 0 ? text : text.substring(0, end));
    if (!first.find()) {
      return ',';
    }
    return (first.group(1) == null ? first.group(2) : first.group(1)).charAt(0);
  }

  private String decoded(byte[] content) {
    if (startsWith(content, 0xFF, 0xFE)) {
      return decoded(StandardCharsets.UTF_16LE, content);
    }
    if (startsWith(content, 0xFE, 0xFF)) {
      return decoded(StandardCharsets.UTF_16BE, content);
    }
    return decoded(StandardCharsets.UTF_8, content);
  }

  private String decoded(Charset charset, byte[] content) {
    CharBuffer text = CharBuffer.allocate(content.length + 1);
    CharsetDecoder decoder = charset.newDecoder();
    CoderResult result = decoder.decode(ByteBuffer.wrap(content), text, true);
    String read = text.flip().toString();
    String marked = read.startsWith("\uFEFF") ? read.substring(1) : read;
    if (result.isError()) {
      throw notUtf8(marked);
    }
    return marked;
  }

  /** Names the first cell that is not UTF-8. */
  private Refusal notUtf8(String before) {
    return CsvPlace.atEnd(file, before, separator(before), FaultText.NOT_UTF8);
  }

  private static boolean startsWith(byte[] content, int first, int second) {
    return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
  }
}
