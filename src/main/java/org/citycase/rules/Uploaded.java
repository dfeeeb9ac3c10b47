package org.citycase.rules;

import org.citycase.Refusal;

/**
 * A file somebody uploads as a new version of a table: what its bytes are counts, not what its name
 * or the request says. A CSV may be one of the table's file or one saved from the workbook.
 */
class Uploaded {

  private static final long LARGEST = 10L * 1024 * 1024;

  private Uploaded() {}

  /** The sheet, with the head that Drools reads; refuses what is no sheet of this table. */
  static Sheet sheet(CheckedTable inForce, String file, byte[] content) {
    if (content.length > LARGEST) {
      throw Faults.ofFile(Refusal.Kind.TOO_LARGE, file, FaultText.TOO_LARGE.with());
    }
    if (content.length == 0) {
      throw Faults.ofFile(file, FaultText.EMPTY_FILE.with());
    }
    if (WorkbookFile.looksLikeOne(content)) {
      return Workbook.read(inForce, file, content);
    }
    Sheet sheet = Sheet.of(file, content);
    OtherTable.refuse(inForce.name(), sheet);
    return Workbook.isLaidOutAs(inForce, sheet)
        ? Workbook.withHead(inForce, file, sheet.rows(), new Faults(file))
        : sheet;
  }
}
