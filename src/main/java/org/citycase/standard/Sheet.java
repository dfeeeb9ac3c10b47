package org.citycase.standard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.citycase.Refusal;

/** A CSV file of a city folder: UTF-8, a header row, one thing a line. */
final class Sheet {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setTrim(true).setIgnoreEmptyLines(true).get();

  private final Findings findings;
  private final List<Line> lines = new ArrayList<>();

  /** One line; cells are asked for by the name of their column. */
  record Line(long number, Map<String, String> cells) {

    /** The cell, null when it is empty. */
    String optional(String column) {
      String cell = cells.get(column);
      return cell == null || cell.isBlank() ? null : cell;
    }

    String required(String column, int longest) {
      String cell = optional(column);
      if (cell == null) {
        throw Findings.wrong("Column " + column + " is empty.");
      }
      return fitting(column, cell, longest);
    }

    String optional(String column, int longest) {
      String cell = optional(column);
      return cell == null ? null : fitting(column, cell, longest);
    }

    private static String fitting(String column, String cell, int longest) {
      if (cell.length() > longest) {
        throw Findings.wrong(
            "Column %s has %d characters, at most %d fit."
                .formatted(column, cell.length(), longest));
      }
      return cell;
    }
  }

  private Sheet(String file) {
    this.findings = new Findings(file);
  }

  /** Reads a file; a missing column, a bad quote or a byte that is no UTF-8 refuses it. */
  static Sheet read(String file, InputStream in, List<String> columns) throws IOException {
    Sheet sheet = new Sheet(file);
    try (Reader reader = utf8(in);
        CSVParser parser = FORMAT.parse(reader)) {
      sheet.requireColumns(parser.getHeaderNames(), columns);
      for (CSVRecord record : parser) {
        sheet.take(record, parser);
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException coding) {
        throw coding;
      }
      throw unreadable(file, e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw unreadable(file, e);
    }
    sheet.findings.refuseIfAny();
    return sheet;
  }

  /** Reads every line into one thing; the first file with a bad line refuses the whole city. */
  <T> List<T> each(Function<Line, T> reading) {
    List<T> things =
        lines.stream()
            .map(line -> findings.read(line.number(), () -> reading.apply(line)))
            .filter(Objects::nonNull)
            .toList();
    findings.refuseIfAny();
    return things;
  }

  private static Refusal unreadable(String file, RuntimeException e) {
    return Findings.wrong("File " + file + " is no readable CSV: " + e.getMessage());
  }

  List<Line> lines() {
    return lines;
  }

  private void take(CSVRecord record, CSVParser parser) {
    long innerBreaks = record.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    long line = parser.getCurrentLineNumber() - innerBreaks;
    if (record.isConsistent()) {
      lines.add(new Line(line, record.toMap()));
    } else {
      findings.add(
          line,
          "The line has %d cells, the header %d."
              .formatted(record.size(), parser.getHeaderNames().size()));
    }
  }

  private void requireColumns(List<String> present, List<String> columns) {
    columns.stream()
        .filter(column -> !present.contains(column))
        .forEach(column -> findings.add(1, "Column " + column + " is missing in the header."));
    findings.refuseIfAny();
  }

  static Reader utf8(InputStream in) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }
}
