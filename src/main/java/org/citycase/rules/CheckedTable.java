package org.citycase.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table whose every cell was found to be a value of the type its column expects; only such a
 * table reaches the compiler.
 *
 * @param head the eight rows above the data
 * @param rows in the order of the sheet, without empty ones
 */
record CheckedTable(
    String name,
    String version,
    List<List<String>> head,
    List<Column> columns,
    List<TableRow> rows) {

  /** Refuses a sheet with any fault. */
  static CheckedTable of(Sheet sheet, String name, Form<?> question, Form<?> answer) {
    Faults faults = new Faults(sheet.file());
    Head head = new Head(sheet, name, question, answer, faults);
    List<Column> columns = head.columns();
    head.complete();
    return of(sheet, name, columns, answer, faults);
  }

  /** A version that was published earlier: what it does not answer yet is empty. */
  static CheckedTable published(Sheet sheet, String name, Form<?> question, Form<?> answer) {
    Faults faults = new Faults(sheet.file());
    List<Column> columns = new Head(sheet, name, question, answer, faults).columns();
    return of(sheet, name, columns, answer, faults);
  }

  /** A sheet as it is written, whatever its cells hold; its head was found sound. */
  static CheckedTable asWritten(Sheet sheet, String name, List<Column> columns) {
    List<TableRow> rows = new ArrayList<>();
    for (int row = Head.FIRST_DATA_ROW; row < sheet.rows().size(); row++) {
      if (!sheet.blank(row)) {
        List<String> cells = new ArrayList<>();
        for (Column column : columns) {
          cells.add(column.type().normal(sheet.cell(row, column.index())));
        }
        rows.add(new TableRow(row, sheet.cell(row, 0), List.copyOf(cells)));
      }
    }
    return new CheckedTable(name, "", List.of(), List.copyOf(columns), List.copyOf(rows));
  }

  private static CheckedTable of(
      Sheet sheet, String name, List<Column> columns, Form<?> answer, Faults faults) {
    List<TableRow> rows = new Check(sheet, name, columns, answer, faults).rows();
    List<List<String>> head = new ArrayList<>();
    for (List<String> row : sheet.rows().subList(0, Head.FIRST_DATA_ROW)) {
      head.add(TableText.headRow(row, columns.size()));
    }
    String version = TableText.version(TableText.canonical(head, columns, rows));
    return new CheckedTable(name, version, List.copyOf(head), List.copyOf(columns), rows);
  }

  /** The same table, said to be of another version: a draft is downloaded as made from its base. */
  CheckedTable madeFrom(String base) {
    return new CheckedTable(name, base, head, columns, rows);
  }

  List<String> rowIds() {
    return rows.stream().map(TableRow::id).toList();
  }

  Optional<TableRow> row(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  Optional<Column> column(String key) {
    return columns.stream().filter(column -> column.key().equals(key)).findFirst();
  }

  /** The cell of this column as the sheet shows it. */
  String shown(TableRow row, Column column) {
    return TableText.shown(column, row.cells().get(columns.indexOf(column)));
  }

  boolean prioritised() {
    return column(Column.PRIORITY).isPresent();
  }

  /** The table as its file holds it; equal tables have equal text. */
  String text() {
    return TableText.canonical(head, columns, rows);
  }

  /** The same as a sheet. */
  Sheet sheet() {
    return Sheet.of(name + TableFolder.ENDING, text().getBytes(StandardCharsets.UTF_8));
  }

  /** Head and data without remarks, as Drools reads them. */
  String csv() {
    return TableText.forDrools(head, rows);
  }

  /** One walk over the data rows of a sheet. */
  private static class Check {

    private final Sheet sheet;
    private final String table;
    private final List<Column> columns;
    private final Form<?> answer;
    private final Faults faults;
    private final Map<String, Integer> rowIds = new LinkedHashMap<>();
    private final List<TableRow> sound = new ArrayList<>();

    Check(Sheet sheet, String table, List<Column> columns, Form<?> answer, Faults faults) {
      this.sheet = sheet;
      this.table = table;
      this.columns = columns;
      this.answer = answer;
      this.faults = faults;
    }

    List<TableRow> rows() {
      for (int row = Head.FIRST_DATA_ROW; row < sheet.rows().size(); row++) {
        if (!sheet.blank(row)) {
          row(row);
        }
      }
      if (rowIds.isEmpty() && !faults.any()) {
        faults.addRow(Head.FIRST_DATA_ROW, FaultText.NO_ROW.with());
      }
      faults.refuseIfAny();
      return List.copyOf(sound);
    }

    private void row(int row) {
      List<String> cells = new ArrayList<>();
      Map<String, String> values = new HashMap<>();
      boolean sane = remark(row, sheet.cell(row, 0));
      for (Column column : columns) {
        String cell = sheet.cell(row, column.index());
        sane &= sane(row, column, cell);
        cells.add(column.type().normal(cell));
        if (column.kind() == Column.Kind.ACTION) {
          values.put(column.property(), column.type().normal(cell));
        }
      }
      nothingBehind(row);
      if (sane) {
        oneOfItsName(row, cells.get(0));
        answers(row, values);
        validSomeDay(row, values);
        sound.add(new TableRow(row, sheet.cell(row, 0), List.copyOf(cells)));
      }
    }

    private boolean remark(int row, String remark) {
      boolean sane = CellType.isRemark(remark);
      if (!sane) {
        faults.add(row, 0, FaultText.A_REMARK.with());
      }
      return sane;
    }

    private boolean sane(int row, Column column, String cell) {
      boolean sane = cell.isEmpty() ? column.mayBeEmpty() : column.type().fits(cell);
      if (!sane) {
        Bilingual expected = column.expected(table);
        faults.add(
            row,
            column.index(),
            cell.isEmpty()
                ? FaultText.EMPTY_CELL.with(expected)
                : column.type().fault(cell, expected));
      }
      return sane;
    }

    private void nothingBehind(int row) {
      int end = Head.FIRST_COLUMN + columns.size();
      for (int column = end; column < sheet.width(row); column++) {
        if (!sheet.cell(row, column).isEmpty()) {
          faults.add(row, column, FaultText.OUTSIDE.with());
        }
      }
    }

    private void oneOfItsName(int row, String id) {
      Integer earlier = rowIds.putIfAbsent(id, row);
      if (earlier != null) {
        faults.add(row, Head.FIRST_COLUMN, FaultText.ID_TWICE.with(id, earlier + 1));
      }
    }

    private void answers(int row, Map<String, String> values) {
      try {
        answer.of(values);
      } catch (Contradiction e) {
        add(row, e.property(), e.sentence());
      }
    }

    private void validSomeDay(int row, Map<String, String> values) {
      String from = values.getOrDefault(Column.VALID_FROM, "");
      String until = values.getOrDefault(Column.VALID_UNTIL, "");
      if (!from.isEmpty() && !until.isEmpty() && until.compareTo(from) < 0) {
        add(row, Column.VALID_UNTIL, FaultText.VALID_NEVER.with(until, from));
      }
    }

    /** At the cell that sets the property; a table need not have such a column. */
    private void add(int row, String property, Bilingual sentence) {
      columns.stream()
          .filter(column -> column.kind() == Column.Kind.ACTION)
          .filter(column -> column.property().equals(property))
          .findFirst()
          .ifPresentOrElse(
              column -> faults.add(row, column.index(), sentence),
              () -> faults.addRow(row, sentence));
    }
  }
}
