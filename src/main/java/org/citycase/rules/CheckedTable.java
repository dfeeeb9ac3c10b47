package org.citycase.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table whose every cell was found to be a value of the type its column expects; only such a
 * table reaches the compiler.
 *
 * @param rowIds the row ids in the order of the file
 * @param csv head and data without remarks and empty rows, as Drools reads them
 */
record CheckedTable(
    String name, String version, List<String> rowIds, boolean prioritised, String csv) {

  static <Q extends Record, A extends Record> CheckedTable of(
      Sheet sheet, String name, Form<Q> question, Form<A> answer) {
    Faults faults = new Faults(sheet.file());
    List<Column> columns = new Head(sheet, name, question, answer, faults).columns();
    return new Check(sheet, columns, answer, faults).table(name);
  }

  /** One walk over the data rows of a sheet. */
  private static class Check {

    private final Sheet sheet;
    private final List<Column> columns;
    private final Form<?> answer;
    private final Faults faults;
    private final Map<String, Integer> rowIds = new LinkedHashMap<>();
    private final List<List<String>> printed = new ArrayList<>();

    Check(Sheet sheet, List<Column> columns, Form<?> answer, Faults faults) {
      this.sheet = sheet;
      this.columns = columns;
      this.answer = answer;
      this.faults = faults;
    }

    CheckedTable table(String name) {
      sheet.rows().subList(0, Head.FIRST_DATA_ROW).forEach(row -> printed.add(withoutRemark(row)));
      for (int row = Head.FIRST_DATA_ROW; row < sheet.rows().size(); row++) {
        if (!sheet.blank(row)) {
          row(row);
        }
      }
      if (rowIds.isEmpty() && !faults.any()) {
        faults.addRow(Head.FIRST_DATA_ROW, "the table has no row. Add at least one.");
      }
      faults.refuseIfAny();
      boolean prioritised = columns.stream().anyMatch(c -> c.property().equals(Column.PRIORITY));
      return new CheckedTable(
          name, sheet.version(), List.copyOf(rowIds.keySet()), prioritised, print());
    }

    private void row(int row) {
      List<String> cells = new ArrayList<>(List.of(""));
      Map<String, String> values = new HashMap<>();
      boolean sound = true;
      for (Column column : columns) {
        String cell = sheet.cell(row, column.index());
        sound &= sound(row, column, cell);
        cells.add(column.type().normal(cell));
        if (column.kind() == Column.Kind.ACTION) {
          values.put(column.property(), column.type().normal(cell));
        }
      }
      nothingBehind(row);
      if (sound) {
        oneOfItsName(row, cells.get(Head.FIRST_COLUMN));
        answers(row, values);
        printed.add(cells);
      }
    }

    private boolean sound(int row, Column column, String cell) {
      String fault = "";
      if (!cell.isEmpty()) {
        fault = column.type().fault(cell);
      } else if (!column.mayBeEmpty()) {
        fault = "the cell is empty. Expected is " + column.type().expected() + ".";
      }
      if (!fault.isEmpty()) {
        faults.add(row, column.index(), fault);
      }
      return fault.isEmpty();
    }

    private void nothingBehind(int row) {
      int end = Head.FIRST_COLUMN + columns.size();
      for (int column = end; column < sheet.width(row); column++) {
        if (!sheet.cell(row, column).isEmpty()) {
          faults.add(row, column, "this cell lies outside the table. Is there a comma too many?");
        }
      }
    }

    private void oneOfItsName(int row, String id) {
      Integer earlier = rowIds.putIfAbsent(id, row);
      if (earlier != null) {
        faults.add(
            row,
            Head.FIRST_COLUMN,
            "row id " + id + " is already that of row " + (earlier + 1) + ". Choose another.");
      }
    }

    private void answers(int row, Map<String, String> values) {
      try {
        answer.of(values);
      } catch (IllegalArgumentException e) {
        faults.addRow(row, e.getMessage());
      }
    }

    private static List<String> withoutRemark(List<String> row) {
      List<String> cells = new ArrayList<>(row);
      cells.set(0, "");
      return cells;
    }

    private String print() {
      StringBuilder csv = new StringBuilder();
      try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.DEFAULT)) {
        printer.printRecords(printed);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return csv.toString();
    }
  }
}
