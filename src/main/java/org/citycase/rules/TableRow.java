package org.citycase.rules;

import java.util.List;

/**
 * One row of a checked table.
 *
 * @param line of the sheet, counted from 0
 * @param remark for people; never read by a rule
 * @param cells in the order of the table's columns, booleans in lower case; the first is the id
 */
record TableRow(int line, String remark, List<String> cells) {

  String id() {
    return cells.get(0);
  }
}
