package org.citycase.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.citycase.Refusal;

/** A sheet while a person edits it; what he writes is checked afterwards. */
class EditedSheet {

  private static final String REMARK = "remark";

  private final String file;
  private final List<String> keys;
  private final List<List<String>> rows = new ArrayList<>();

  EditedSheet(Sheet sheet) {
    file = sheet.file();
    keys = Head.keys(sheet);
    for (int row = 0; row < sheet.rows().size(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < keys.size(); column++) {
        cells.add(sheet.cell(row, column));
      }
      if (row < Head.FIRST_DATA_ROW || !sheet.blank(row)) {
        rows.add(cells);
      }
    }
  }

  Sheet with(TableEdit edit) {
    edit.cells().forEach(cell -> row(cell.row()).set(column(cell.key()), value(cell.value())));
    edit.added().forEach(this::add);
    edit.removed().forEach(id -> rows.remove(place(id)));
    return new Sheet(file, rows);
  }

  private void add(TableEdit.Added row) {
    String[] cells = new String[keys.size()];
    Arrays.fill(cells, "");
    cells[0] = value(row.remark());
    cells[Head.FIRST_COLUMN] = value(row.id());
    Map<String, String> values = row.cells() == null ? Map.of() : row.cells();
    values.forEach((key, value) -> cells[column(key)] = value(value));
    int place = row.after() == null ? rows.size() : place(row.after()) + 1;
    rows.add(place, new ArrayList<>(List.of(cells)));
  }

  private List<String> row(String id) {
    return rows.get(place(id));
  }

  private int place(String id) {
    for (int row = Head.FIRST_DATA_ROW; row < rows.size(); row++) {
      if (rows.get(row).get(Head.FIRST_COLUMN).equals(id)) {
        return row;
      }
    }
    throw Refusal.ofField(
        Refusal.Kind.MALFORMED, "row", "The draft has no row %s: load it again.".formatted(id));
  }

  private int column(String key) {
    int column = REMARK.equals(key) ? 0 : keys.indexOf(key);
    if (column < 0) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          "key",
          "The table has no column %s; it has %s.".formatted(key, keys.subList(1, keys.size())));
    }
    return column;
  }

  private static String value(String cell) {
    return cell == null ? "" : cell.strip();
  }
}
