package org.citycase.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes one table into a workbook, row by row, so that a long table takes little memory. */
class WorkbookWriter {

  private static final int ROWS_IN_MEMORY = 100;
  private static final int WIDTH_UNIT = 256;
  private static final int NARROWEST = 10;
  private static final int WIDEST = 36;
  private static final int ROWS_MEASURED = 200;

  /** What Excel would take for the code of a character. */
  private static final Pattern CODED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private final CheckedTable table;
  private final KnownWords known;
  private final Words words;

  WorkbookWriter(CheckedTable table, KnownWords known, Words words) {
    this.table = table;
    this.known = known;
    this.words = words;
  }

  byte[] write() {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true, true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      // Written for sizes beyond 4 GB, as POI would, the file is refused by some readers.
      workbook.setZip64Mode(Zip64Mode.AsNeeded);
      workbook
          .getXSSFWorkbook()
          .getProperties()
          .getCustomProperties()
          .addProperty(Workbook.VERSION_PROPERTY, table.version());
      SXSSFSheet sheet = workbook.createSheet(table.name());
      WorkbookStyles styles = new WorkbookStyles(workbook);
      columns(sheet, styles);
      head(sheet, styles);
      rows(sheet, styles);
      WorkbookHowTo.add(workbook, styles, table, words);
      new WorkbookLists(workbook, table, known, words).addTo(sheet, styles);
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Table " + table.name() + " cannot be written.", e);
    }
  }

  private void columns(SXSSFSheet sheet, WorkbookStyles styles) {
    int last = table.columns().size();
    sheet.setDefaultColumnStyle(0, styles.text());
    sheet.setColumnWidth(0, WIDEST * WIDTH_UNIT);
    for (Column column : table.columns()) {
      sheet.setDefaultColumnStyle(column.index(), styles.of(column));
      sheet.setColumnWidth(column.index(), width(column) * WIDTH_UNIT);
    }
    int lastRow = Head.FIRST_DATA_ROW + table.rows().size() - 1;
    sheet.createFreezePane(Head.FIRST_COLUMN + 1, Head.FIRST_DATA_ROW);
    sheet.setAutoFilter(new CellRangeAddress(Workbook.ENGLISH_ROW, lastRow, 0, last));
  }

  private int width(Column column) {
    int widest = Math.max(width(column.zh()), width(column.en()));
    int at = table.columns().indexOf(column);
    for (TableRow row : table.rows().subList(0, Math.min(ROWS_MEASURED, table.rows().size()))) {
      widest = Math.max(widest, width(row.cells().get(at)));
    }
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 3));
  }

  /** A Chinese character is as wide as two Latin ones. */
  private static int width(String text) {
    return text.chars().map(c -> c > 0x2E80 ? 2 : 1).sum();
  }

  private void head(SXSSFSheet sheet, WorkbookStyles styles) {
    Row version = sheet.createRow(Workbook.VERSION_ROW);
    text(version, 0, "version " + table.version()).setCellStyle(styles.quiet());
    text(version, 1, Workbook.title(table.name())).setCellStyle(styles.title());
    text(sheet.createRow(Workbook.HOW_TO_ROW), 0, WorkbookHowTo.SHORT).setCellStyle(styles.quiet());
    for (int row = Workbook.HOW_TO_ROW + 1; row < Workbook.KIND_ROW; row++) {
      sheet.createRow(row).setZeroHeight(true);
    }
    Row kinds = sheet.createRow(Workbook.KIND_ROW);
    Row keys = sheet.createRow(Workbook.KEY_ROW);
    keys.setZeroHeight(true);
    Row chinese = sheet.createRow(Workbook.CHINESE_ROW);
    Row english = sheet.createRow(Workbook.ENGLISH_ROW);
    text(keys, 0, Workbook.REMARK);
    text(chinese, 0, "说明").setCellStyle(styles.header(Column.Kind.NAME));
    text(english, 0, "Remark").setCellStyle(styles.header(Column.Kind.NAME));
    for (Column column : table.columns()) {
      int at = column.index();
      text(kinds, at, kind(column)).setCellStyle(styles.quiet());
      text(keys, at, column.key());
      text(chinese, at, column.zh()).setCellStyle(styles.header(column.kind()));
      text(english, at, column.en()).setCellStyle(styles.header(column.kind()));
    }
  }

  private static String kind(Column column) {
    return switch (column.kind()) {
      case NAME -> "";
      case CONDITION -> "条件 condition";
      case ACTION -> "答案 answer";
    };
  }

  private void rows(SXSSFSheet sheet, WorkbookStyles styles) {
    int line = Head.FIRST_DATA_ROW;
    for (TableRow row : table.rows()) {
      Row written = sheet.createRow(line++);
      if (!row.remark().isEmpty()) {
        text(written, 0, row.remark()).setCellStyle(styles.text());
      }
      for (int i = 0; i < table.columns().size(); i++) {
        if (!row.cells().get(i).isEmpty()) {
          cell(written, table.columns().get(i), row.cells().get(i), styles);
        }
      }
    }
    sheet
        .getWorkbook()
        .getXSSFWorkbook()
        .getSheet(table.name())
        .addIgnoredErrors(
            new CellRangeAddress(Head.FIRST_DATA_ROW, line, 0, table.columns().size()),
            IgnoredErrorType.NUMBER_STORED_AS_TEXT);
  }

  private static void cell(Row row, Column column, String value, WorkbookStyles styles) {
    Cell cell =
        switch (kind(column, value)) {
          case WHOLE, DECIMAL -> {
            Cell number = row.createCell(column.index());
            number.setCellValue(Double.parseDouble(value));
            yield number;
          }
          case BOOLEAN -> {
            Cell truth = row.createCell(column.index());
            truth.setCellValue(Boolean.parseBoolean(value));
            yield truth;
          }
          case DATE -> {
            Cell day = row.createCell(column.index());
            day.setCellValue(LocalDate.parse(value));
            yield day;
          }
          case TEXT, WORD -> text(row, column.index(), value);
        };
    cell.setCellStyle(styles.of(column));
  }

  /** What is not of its type, as in a draft with faults, is written as the text it is. */
  private static CellType.Kind kind(Column column, String value) {
    return column.type().fits(value) ? column.type().kind() : CellType.Kind.TEXT;
  }

  private static Cell text(Row row, int column, String text) {
    Cell cell = row.createCell(column);
    cell.setCellValue(CODED.matcher(text).replaceAll("_x005F_"));
    return cell;
  }
}
