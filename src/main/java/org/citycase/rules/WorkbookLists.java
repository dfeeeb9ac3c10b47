package org.citycase.rules;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * The third sheet of a workbook, the words its cells are taken from, and the drop-down lists and
 * limits of the first sheet, new rows included.
 */
class WorkbookLists {

  private static final String NAME = "清单 Lists";
  private static final int FIRST_WORD_ROW = 2;
  private static final int LAST_ROW = Head.FIRST_DATA_ROW + WorkbookCells.MOST_ROWS - 1;
  private static final int LABEL_WIDTH = 30 * 256;

  private final SXSSFWorkbook workbook;
  private final CheckedTable table;
  private final KnownWords known;
  private final Words words;

  WorkbookLists(SXSSFWorkbook workbook, CheckedTable table, KnownWords known, Words words) {
    this.workbook = workbook;
    this.table = table;
    this.known = known;
    this.words = words;
  }

  /** The words of one column with their labels: three columns of the sheet of lists. */
  private record WordList(Column column, List<String> words, int at) {

    String range() {
      String letters = Sheet.lettersOf(at);
      return "'%s'!$%s$%d:$%s$%d"
          .formatted(NAME, letters, FIRST_WORD_ROW + 1, letters, FIRST_WORD_ROW + words.size());
    }
  }

  void addTo(SXSSFSheet sheet, WorkbookStyles styles) {
    List<WordList> lists = lists();
    if (!lists.isEmpty()) {
      write(lists, styles);
    }
    DataValidationHelper helper = sheet.getDataValidationHelper();
    for (WordList list : lists) {
      validate(sheet, list.column(), helper.createFormulaListConstraint(list.range()));
    }
    for (Column column : table.columns()) {
      DataValidationConstraint limits = limits(helper, column);
      if (limits != null) {
        validate(sheet, column, limits);
      }
    }
  }

  private List<WordList> lists() {
    List<WordList> lists = new ArrayList<>();
    for (Column column : table.columns()) {
      List<String> words = words(column.type());
      if (!words.isEmpty()) {
        lists.add(new WordList(column, words, 4 * lists.size()));
      }
    }
    return lists;
  }

  private List<String> words(CellType type) {
    return type.known() == null ? type.words() : known.all(type.known()).stream().sorted().toList();
  }

  /** Row by row, as a sheet that is streamed must be written. */
  private void write(List<WordList> lists, WorkbookStyles styles) {
    SXSSFSheet sheet = workbook.createSheet(NAME);
    int longest = lists.stream().mapToInt(list -> list.words().size()).max().orElse(0);
    Row chinese = sheet.createRow(0);
    Row english = sheet.createRow(1);
    for (WordList list : lists) {
      sheet.setColumnWidth(list.at(), LABEL_WIDTH);
      text(chinese, list.at(), list.column().zh(), styles).setCellStyle(styles.title());
      text(english, list.at(), list.column().en(), styles).setCellStyle(styles.title());
    }
    for (int i = 0; i < longest; i++) {
      Row row = sheet.createRow(FIRST_WORD_ROW + i);
      for (WordList list : lists) {
        if (i < list.words().size()) {
          word(row, list, list.words().get(i), styles);
        }
      }
    }
  }

  private void word(Row row, WordList list, String word, WorkbookStyles styles) {
    text(row, list.at(), word, styles);
    if (list.column().type().known() == null) {
      Bilingual label = words.word(table.name(), list.column().property(), word);
      text(row, list.at() + 1, label.zh(), styles);
      text(row, list.at() + 2, label.en(), styles);
    }
  }

  private static org.apache.poi.ss.usermodel.Cell text(
      Row row, int column, String text, WorkbookStyles styles) {
    org.apache.poi.ss.usermodel.Cell cell = row.createCell(column);
    cell.setCellValue(text);
    cell.setCellStyle(styles.text());
    return cell;
  }

  private static DataValidationConstraint limits(DataValidationHelper helper, Column column) {
    return switch (column.type().kind()) {
      case BOOLEAN -> helper.createExplicitListConstraint(new String[] {"TRUE", "FALSE"});
      case WHOLE -> helper.createIntegerConstraint(OperatorType.BETWEEN, "-999999999", "999999999");
      case DECIMAL ->
          helper.createNumericConstraint(
              ValidationType.DECIMAL, OperatorType.BETWEEN, "-999999999", "999999999");
      case DATE ->
          helper.createDateConstraint(
              OperatorType.GREATER_OR_EQUAL, "DATE(2000,1,1)", null, "yyyy-mm-dd");
      case TEXT, WORD -> null;
    };
  }

  private void validate(SXSSFSheet sheet, Column column, DataValidationConstraint constraint) {
    DataValidation validation =
        sheet
            .getDataValidationHelper()
            .createValidation(
                constraint,
                new CellRangeAddressList(
                    Head.FIRST_DATA_ROW, LAST_ROW, column.index(), column.index()));
    validation.setEmptyCellAllowed(true);
    validation.setShowErrorBox(true);
    validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
    validation.createErrorBox(cut(column.zh() + " " + column.en(), 32), cut(expected(column), 225));
    sheet.addValidationData(validation);
  }

  private String expected(Column column) {
    Bilingual expected = FaultText.EXPECTED.with(column.expected(table.name()));
    return expected.zh() + " " + expected.en();
  }

  /** Excel refuses to open a file whose boxes hold longer texts. */
  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
