package org.citycase.rules;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.citycase.Refusal;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the cells of one sheet of a workbook as they pass by. Formulas, errors and merged cells are
 * no values and become faults; so does what stands outside the table.
 */
class WorkbookCells extends DefaultHandler {

  /** The most rows a table may have. */
  static final int MOST_ROWS = 100_000;

  private static final int MOST_CELLS = 2_000_000;
  private static final int MOST_FAULTS = 1000;
  private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})");

  private final CheckedTable table;
  private final String file;
  private final SharedStrings strings;
  private final StoredNumber numbers;
  private final Faults faults;
  private final List<List<String>> rows = new ArrayList<>();
  private final StringBuilder stored = new StringBuilder();
  private final StringBuilder inline = new StringBuilder();
  private StringBuilder listening;
  private int row = -1;
  private int column = -1;
  private String type = "";
  private int style;
  private final StringBuilder formula = new StringBuilder();
  private boolean computed;
  private boolean phonetic;
  private int cells;
  private int faultCount;

  WorkbookCells(CheckedTable table, String file, SharedStrings strings, StoredNumber numbers) {
    this.table = table;
    this.file = file;
    this.strings = strings;
    this.numbers = numbers;
    this.faults = new Faults(file);
  }

  /** The rows of the sheet, blank ones included, so that each stands in its line. */
  List<List<String>> rows() {
    return rows;
  }

  Faults faults() {
    return faults;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "row" -> startRow(attributes.getValue("r"));
      case "c" -> startCell(attributes);
      case "f" -> {
        computed = true;
        listening = formula;
      }
      case "v" -> listening = stored;
      case "t" -> listening = phonetic ? null : inline;
      case "rPh" -> phonetic = true;
      case "mergeCell" -> merged(attributes.getValue("ref"));
      default -> {
        // What a sheet says about its looks does not matter.
      }
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    switch (name) {
      case "f", "v", "t" -> listening = null;
      case "rPh" -> phonetic = false;
      case "c" -> endCell();
      default -> {
        // See above.
      }
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (listening != null) {
      listening.append(characters, start, length);
    }
  }

  private void startRow(String number) {
    row = number == null ? row + 1 : Integer.parseInt(number) - 1;
    column = -1;
  }

  private void startCell(Attributes attributes) {
    stored.setLength(0);
    inline.setLength(0);
    formula.setLength(0);
    computed = false;
    String reference = attributes.getValue("r");
    column++;
    if (reference != null) {
      Matcher parts = REFERENCE.matcher(reference);
      if (!parts.matches()) {
        throw new IllegalArgumentException(reference + " is no cell.");
      }
      column = CellRangeAddress.valueOf(reference).getFirstColumn();
      row = Integer.parseInt(parts.group(2)) - 1;
    }
    type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
    style = attributes.getValue("s") == null ? 0 : Integer.parseInt(attributes.getValue("s"));
  }

  private void endCell() {
    if (stored.isEmpty() && inline.isEmpty() && !computed) {
      return;
    }
    if (++cells > MOST_CELLS || row >= Head.FIRST_DATA_ROW + MOST_ROWS) {
      Faults tooMany = new Faults(file);
      tooMany.add(row, column, FaultText.TOO_MANY_CELLS.with());
      throw tooMany.refusal(Refusal.Kind.TOO_LARGE);
    }
    if (computed && !isConstant()) {
      fault(FaultText.A_FORMULA.with());
    } else if (type.equals("e")) {
      fault(FaultText.AN_ERROR.with(stored));
    } else if (!stored.isEmpty() && !inline.isEmpty()) {
      fault(FaultText.STORED_TWICE.with());
    } else {
      value();
    }
  }

  /** LibreOffice saves TRUE, when it was opened from a workbook, as the formula TRUE(). */
  private boolean isConstant() {
    String name = formula.toString().strip();
    return type.equals("b") && (name.equals("TRUE()") || name.equals("FALSE()"));
  }

  private void value() {
    if (column > table.columns().size()) {
      if (row >= Head.FIRST_DATA_ROW || row == Workbook.KEY_ROW) {
        fault(FaultText.OUTSIDE_WORKBOOK.with());
      }
      return;
    }
    try {
      put(row < Head.FIRST_DATA_ROW ? headText() : text());
    } catch (StoredNumber.Doubtful e) {
      fault(e.sentence());
    }
  }

  /** What stands above the data is for people; a number there matters to nobody. */
  private String headText() {
    return type.equals("n") ? stored.toString() : text();
  }

  private String text() {
    String value = stored.toString().strip();
    return switch (type) {
      case "s" -> lines(strings.getItemAt(Integer.parseInt(value)).getString());
      case "b" -> value.equals("1") ? "TRUE" : "FALSE";
      case "n" -> numbers.text(value, style, wanted());
      case "d" -> day(value);
      case "inlineStr" -> lines(decoded(inline));
      default -> lines(decoded(stored));
    };
  }

  /** Excel writes characters XML has not as their codes. */
  private static String decoded(StringBuilder text) {
    return new XSSFRichTextString(text.toString()).getString();
  }

  private CellType.Kind wanted() {
    return column == 0 ? CellType.Kind.TEXT : table.columns().get(column - 1).type().kind();
  }

  private static String day(String stored) {
    return stored.contains("T") ? LocalDateTime.parse(stored).toLocalDate().toString() : stored;
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private void put(String value) {
    while (rows.size() <= row) {
      rows.add(new ArrayList<>());
    }
    List<String> line = rows.get(row);
    while (line.size() <= column) {
      line.add("");
    }
    line.set(column, value);
  }

  private void merged(String reference) {
    CellRangeAddress range = CellRangeAddress.valueOf(reference);
    if (range.getLastRow() >= Workbook.KEY_ROW) {
      row = Math.max(range.getFirstRow(), Workbook.KEY_ROW);
      column = range.getFirstColumn();
      fault(FaultText.MERGED.with(reference));
    }
  }

  private void fault(Bilingual sentence) {
    faults.add(row, column, sentence);
    if (++faultCount >= MOST_FAULTS) {
      faults.refuseIfAny();
    }
  }
}
