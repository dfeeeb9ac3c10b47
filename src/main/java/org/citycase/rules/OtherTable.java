package org.citycase.rules;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Recognises the file of one table when it is sent for another. */
class OtherTable {

  private OtherTable() {}

  /** Refuses a sheet that says in its head that it is of another table. */
  static void refuse(String table, Sheet sheet) {
    for (String other : others(table)) {
      if (sheet.cell(Head.TABLE_ROW, Head.FIRST_COLUMN).equals(Head.RULE_TABLE + other)
          || sheet.cell(Workbook.VERSION_ROW, Head.FIRST_COLUMN).equals(Workbook.title(other))) {
        throw refused(sheet.file(), other);
      }
    }
  }

  /** Refuses a workbook with the sheet of another table. */
  static void refuse(String table, String file, Collection<String> sheets) {
    for (String other : others(table)) {
      if (sheets.contains(other)) {
        throw refused(file, other);
      }
    }
  }

  private static Set<String> others(String table) {
    Set<String> others = new TreeSet<>(TableFolder.names());
    others.remove(table);
    return others;
  }

  private static RuntimeException refused(String file, String other) {
    return Faults.ofFile(file, FaultText.OTHER_TABLE.with(other, Words.read().table(other)));
  }
}
