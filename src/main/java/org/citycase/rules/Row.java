package org.citycase.rules;

/** A row of a table with its cells by the keys of the columns. */
record Row(CheckedTable table, TableRow row) {

  private static final String VALUE = "Value";
  private static final String UNIT = "Unit";

  String id() {
    return row.id();
  }

  /** The cell as Drools gets it; empty where the table has no such column. */
  String cell(String key) {
    return table
        .column(key)
        .map(column -> row.cells().get(column.index() - Head.FIRST_COLUMN))
        .orElse("");
  }

  /** The cell as the sheet shows it; empty where the table has no such column. */
  String shown(String key) {
    return table.column(key).map(column -> table.shown(row, column)).orElse("");
  }

  boolean has(String key) {
    return table.column(key).isPresent();
  }

  /** Whether the cells are numbers told together with the unit beside them, as a limit is. */
  static boolean isAmount(Column column) {
    return column.kind() == Column.Kind.ACTION && column.property().endsWith(VALUE);
  }

  /** The key of the column that would hold the unit of this one: limitUnit of limitValue. */
  static String unitOf(Column column) {
    return column.kind() == Column.Kind.NAME ? "" : unitOf(column.property());
  }

  static String unitOf(String property) {
    return property.endsWith(VALUE)
        ? property.substring(0, property.length() - VALUE.length()) + UNIT
        : property + UNIT;
  }

  /** The property this one would be the unit of: limitValue of limitUnit. */
  static String valueOf(String unit) {
    return unit.endsWith(UNIT) ? unit.substring(0, unit.length() - UNIT.length()) + VALUE : "";
  }

  /** Whether the column is told with the amount it is the unit of. */
  boolean isUnitOfAmount(Column column) {
    return table.column(valueOf(column.property())).filter(Row::isAmount).isPresent();
  }
}
