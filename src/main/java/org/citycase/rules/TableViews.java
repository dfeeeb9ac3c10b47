package org.citycase.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citycase.rules.TableView.ColumnView;
import org.citycase.rules.TableView.RowView;
import org.citycase.rules.TableView.WordView;

/** Shows a table, sound or not, beside the national one it differs from. */
class TableViews {

  private final List<Column> columns;
  private final Map<String, List<String>> national;
  private final Words words;

  TableViews(List<Column> columns, Map<String, List<String>> national, Words words) {
    this.columns = columns;
    this.national = national;
    this.words = words;
  }

  TableView of(TableVersion version, Sheet sheet) {
    List<RowView> rows = new ArrayList<>();
    for (int row = Head.FIRST_DATA_ROW; row < sheet.rows().size(); row++) {
      if (!sheet.blank(row)) {
        rows.add(row(sheet, row));
      }
    }
    return new TableView(
        version.table(),
        words.table(version.table()).zh(),
        words.table(version.table()).en(),
        version.version(),
        columns.stream().map(column -> column(version.table(), column)).toList(),
        rows);
  }

  private ColumnView column(String table, Column column) {
    return new ColumnView(
        column.key(),
        Sheet.lettersOf(column.index()),
        column.kind() == Column.Kind.NAME ? "id" : column.kind().name().toLowerCase(Locale.ROOT),
        column.zh(),
        column.en(),
        column.type().kind().name().toLowerCase(Locale.ROOT),
        column.type().words().stream().map(word -> word(table, column, word)).toList(),
        column.mayBeEmpty());
  }

  private WordView word(String table, Column column, String word) {
    Bilingual both = words.word(table, column.property(), word);
    return new WordView(word, both.zh(), both.en());
  }

  private RowView row(Sheet sheet, int row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Column column : columns) {
      cells.put(column.key(), sheet.cell(row, column.index()));
    }
    String id = cells.get(Column.ID);
    return new RowView(id, sheet.cell(row, 0), row + 1, origin(id, sheet, row), cells);
  }

  private String origin(String id, Sheet sheet, int row) {
    List<String> standard = national.get(id);
    if (standard == null) {
      return "city";
    }
    for (int column = 0; column < standard.size(); column++) {
      if (!standard.get(column).equals(sheet.cell(row, column))) {
        return "changed";
      }
    }
    return "national";
  }
}
