package org.citycase.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.citycase.PlainCell;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table for a spreadsheet, sent line by line. It begins with a byte order mark, by which Excel
 * knows UTF-8; no text of it is ever taken for a formula.
 */
final class CsvAnswer implements AutoCloseable {

  static final String TYPE = "text/csv;charset=UTF-8";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final CSVPrinter sheet;

  CsvAnswer(HttpServletResponse response, String name, List<String> head) {
    this(begun(response, name), head);
  }

  /** A table that is written somewhere else. */
  CsvAnswer(OutputStream out, List<String> head) {
    this(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), head);
  }

  private CsvAnswer(Writer out, List<String> head) {
    try {
      out.write(BYTE_ORDER_MARK);
      sheet = new CSVPrinter(out, CSVFormat.RFC4180);
      sheet.printRecord(head);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static Writer begun(HttpServletResponse response, String name) {
    response.setContentType(TYPE);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    try {
      return response.getWriter();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  void line(Object... cells) {
    try {
      sheet.printRecord(Arrays.stream(cells).map(CsvAnswer::safe).toArray());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  static Object safe(Object cell) {
    return cell instanceof String text ? PlainCell.of(text) : cell;
  }

  @Override
  public void close() {
    try {
      sheet.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
