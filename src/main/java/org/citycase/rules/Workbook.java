package org.citycase.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A decision table as a workbook (XLSX) for Excel, WPS and LibreOffice: the rows stand in the same
 * lines as in its CSV, but above them are headers for people. A hidden row holds the keys of the
 * columns, by which an upload is recognised.
 */
class Workbook {

  static final String VERSION_PROPERTY = "citycase.version";
  static final int VERSION_ROW = 0;
  static final int HOW_TO_ROW = 1;
  static final int KIND_ROW = 4;
  static final int KEY_ROW = 5;
  static final int CHINESE_ROW = 6;
  static final int ENGLISH_ROW = 7;
  static final String REMARK = "remark";

  private Workbook() {}

  /** The workbook an owner downloads. */
  static byte[] write(CheckedTable table, KnownWords known, Words words) {
    return new WorkbookWriter(table, known, words).write();
  }

  /**
   * The sheet a CSV upload of the same cells would give; refuses a workbook that was not made from
   * this table or holds anything but values.
   */
  static Sheet read(CheckedTable inForce, String file, byte[] xlsx) {
    try (WorkbookFile opened = WorkbookFile.open(file, xlsx)) {
      WorkbookCells cells = opened.read(inForce);
      Sheet sheet = withHead(inForce, file, cells.rows(), cells.faults());
      return ofOneVersion(sheet, opened.version());
    }
  }

  /** Whether these rows have the keys of the table where a workbook has them. */
  static boolean isLaidOutAs(CheckedTable table, Sheet sheet) {
    return table.columns().stream()
        .allMatch(column -> sheet.cell(KEY_ROW, column.index()).equals(column.key()));
  }

  /** Puts the head that Drools reads in the place of the headers for people. */
  static Sheet withHead(CheckedTable inForce, String file, List<List<String>> rows, Faults faults) {
    Sheet shown = new Sheet(file, rows);
    OtherTable.refuse(inForce.name(), shown);
    keysMustBeThose(inForce, shown, faults);
    faults.refuseIfAny();
    List<List<String>> all = new ArrayList<>(inForce.head());
    List<String> first = new ArrayList<>(all.get(0));
    first.set(0, shown.cell(VERSION_ROW, 0));
    all.set(0, first);
    if (rows.size() > Head.FIRST_DATA_ROW) {
      all.addAll(rows.subList(Head.FIRST_DATA_ROW, rows.size()));
    }
    return new Sheet(file, all);
  }

  /** What the first row of the table's workbook says in both languages. */
  static String title(String table) {
    Bilingual title = Words.read().table(table);
    return title.zh() + " " + title.en();
  }

  /** The key of each column, that of remarks included. */
  static List<String> keys(CheckedTable table) {
    List<String> keys = new ArrayList<>(List.of(REMARK));
    table.columns().forEach(column -> keys.add(column.key()));
    return keys;
  }

  private static void keysMustBeThose(CheckedTable inForce, Sheet shown, Faults faults) {
    List<String> keys = keys(inForce);
    int width = shown.rows().size() > KEY_ROW ? shown.width(KEY_ROW) : 0;
    for (int column = 0; column < Math.max(width, keys.size()); column++) {
      String key = column < keys.size() ? keys.get(column) : "";
      if (!shown.cell(KEY_ROW, column).equals(key)) {
        faults.add(
            KEY_ROW, column, key.isEmpty() ? FaultText.NO_KEY.with() : FaultText.A_KEY.with(key));
      }
    }
  }

  private static Sheet ofOneVersion(Sheet sheet, String property) {
    if (!property.isEmpty() && !sheet.base().isEmpty() && !property.equals(sheet.base())) {
      Faults faults = new Faults(sheet.file());
      faults.add(VERSION_ROW, 0, FaultText.OTHER_VERSION.with(sheet.base(), property));
      throw faults.refusal();
    }
    if (!sheet.base().isEmpty() || property.isEmpty()) {
      return sheet;
    }
    List<List<String>> rows = new ArrayList<>(sheet.rows());
    List<String> first = new ArrayList<>(rows.get(0));
    first.set(0, "version " + property);
    rows.set(0, first);
    return new Sheet(sheet.file(), rows);
  }
}
