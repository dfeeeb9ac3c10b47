package org.citycase.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.citycase.Downloads;
import org.citycase.Downloads.Label;
import org.citycase.casefile.CaseQuery;
import org.citycase.casefile.CaseSearch;
import org.springframework.stereotype.Component;

/**
 * A list of cases as a file, with the columns and texts of the page; written while it is read, so
 * that a million cases need no more memory than a hundred. It tells the cases as they are when it
 * is made, their times as of the instant of the page.
 */
@Component
class CaseExport {

  /** As many rows as a sheet of a workbook holds beside its head. */
  private static final int ROWS_PER_SHEET = 1_048_575;

  private static final int ROWS_IN_MEMORY = 100;
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int LONGEST_CELL = 32_767;

  private final CaseSearch search;
  private final CaseCells cells;
  private final Downloads downloads;

  CaseExport(CaseSearch search, CaseCells cells, Downloads downloads) {
    this.search = search;
    this.cells = cells;
    this.downloads = downloads;
  }

  /** What is exported, for whom, and as of when its times are counted. */
  record Wanted(CaseQuery query, CaseSearch.Look look, Locale locale) {}

  void csv(Wanted wanted, HttpServletResponse response, String name) throws IOException {
    downloads.send(response, new Label(name, CsvAnswer.TYPE), out -> csv(wanted, out));
  }

  private void csv(Wanted wanted, OutputStream to) {
    Locale locale = wanted.locale();
    try (CsvAnswer sheet = new CsvAnswer(to, List.copyOf(cells.heads(locale).values()))) {
      search.each(
          wanted.query(),
          wanted.look(),
          row -> sheet.line(cells.of(row, locale).values().toArray()));
    }
  }

  /** A workbook of as many sheets as the list needs. */
  void workbook(Wanted wanted, HttpServletResponse response, String name) throws IOException {
    downloads.send(response, new Label(name, WORKBOOK), out -> workbook(wanted, out));
  }

  private void workbook(Wanted wanted, OutputStream to) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      book.setCompressTempFiles(true);
      Sheets sheets = new Sheets(book, cells.heads(wanted.locale()).values());
      search.each(
          wanted.query(),
          wanted.look(),
          row -> sheets.add(cells.of(row, wanted.locale()).values()));
      book.write(to);
    }
  }

  /** Fills one sheet after the other. */
  private static final class Sheets {
    private final SXSSFWorkbook book;
    private final Collection<String> heads;
    private Sheet sheet;
    private int rows;

    Sheets(SXSSFWorkbook book, Collection<String> heads) {
      this.book = book;
      this.heads = heads;
      begin();
    }

    private void begin() {
      sheet = book.createSheet();
      sheet.createFreezePane(1, 1);
      rows = 0;
      fill(sheet.createRow(0), heads);
    }

    void add(Collection<String> texts) {
      if (rows == ROWS_PER_SHEET) {
        begin();
      }
      rows++;
      fill(sheet.createRow(rows), texts);
    }

    private static void fill(Row row, Collection<String> texts) {
      int column = 0;
      for (String text : texts) {
        row.createCell(column++)
            .setCellValue(text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
      }
    }
  }
}
