package org.citycase.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The differences between two versions of a table, row by row and cell by cell, in words. */
final class Changes {

  private static final String REMARK = "remark";

  private final Versus before;
  private final Versus after;
  private final RowWords told;
  private final boolean sameColumns;
  private final List<Change> changes = new ArrayList<>();

  /** One of the two tables, with its rows by id. */
  private record Versus(CheckedTable table, Map<String, TableRow> rows) {

    static Versus of(CheckedTable table) {
      Map<String, TableRow> rows = new LinkedHashMap<>();
      table.rows().forEach(row -> rows.put(row.id(), row));
      return new Versus(table, rows);
    }

    Row row(TableRow row) {
      return new Row(table, row);
    }
  }

  private Changes(CheckedTable before, CheckedTable after, Words words) {
    this.before = Versus.of(before);
    this.after = Versus.of(after);
    this.told = new RowWords(words, after.name());
    this.sameColumns = keys(before).equals(keys(after));
  }

  /** Changed and added rows in the order of the new table, then removed ones. */
  static List<Change> between(CheckedTable before, CheckedTable after, Words words) {
    Changes found = new Changes(before, after, words);
    found.after.rows().values().forEach(found::compare);
    found.before.rows().values().forEach(found::compareRemoved);
    return List.copyOf(found.changes);
  }

  private void compare(TableRow row) {
    Row now = after.row(row);
    TableRow earlier = before.rows().get(row.id());
    if (earlier == null) {
      whole(Change.Kind.ADDED, Phrase.ADDED, now);
      return;
    }
    if (sameColumns
        && row.cells().equals(earlier.cells())
        && row.remark().equals(earlier.remark())) {
      return;
    }
    Row old = before.row(earlier);
    if (!row.remark().equals(earlier.remark())) {
      remark(old, now);
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    before.table().columns().forEach(column -> columns.put(column.key(), column));
    after.table().columns().forEach(column -> columns.put(column.key(), column));
    columns.values().forEach(column -> compare(column, old, now));
  }

  private void compareRemoved(TableRow row) {
    if (!after.rows().containsKey(row.id())) {
      whole(Change.Kind.REMOVED, Phrase.REMOVED, before.row(row));
    }
  }

  /** A limit is told once, value and unit together. */
  private void compare(Column column, Row old, Row now) {
    String was = old.shown(column.key());
    String is = now.shown(column.key());
    String unit = Row.unitOf(column);
    boolean sameUnit = old.shown(unit).equals(now.shown(unit));
    boolean amount = Row.isAmount(column) && now.has(unit);
    if (now.isUnitOfAmount(column) || was.equals(is) && (!amount || sameUnit)) {
      return;
    }
    boolean both = amount && !sameUnit;
    Bilingual sentence =
        Phrase.CHANGED.with(
            now.id(),
            told.name(column),
            told.before(column, old, now),
            told.after(column, old, now));
    add(
        Change.Kind.CHANGED,
        now,
        column,
        both ? was + " " + old.shown(unit) : was,
        both ? is + " " + now.shown(unit) : is,
        sentence);
  }

  private static List<String> keys(CheckedTable table) {
    return table.columns().stream().map(Column::key).toList();
  }

  private void remark(Row old, Row now) {
    Bilingual sentence =
        Phrase.CHANGED.with(now.id(), told.remark(), old.row().remark(), now.row().remark());
    changes.add(
        new Change(
            now.id(),
            "A",
            REMARK,
            Change.Kind.CHANGED,
            old.row().remark(),
            now.row().remark(),
            sentence.zh(),
            sentence.en()));
  }

  private void whole(Change.Kind kind, Phrase phrase, Row row) {
    Column name = row.table().columns().get(0);
    String id = row.id();
    boolean added = kind == Change.Kind.ADDED;
    add(kind, row, name, added ? "" : id, added ? id : "", phrase.with(id, told.summary(row)));
  }

  private void add(
      Change.Kind kind, Row row, Column column, String was, String is, Bilingual sentence) {
    changes.add(
        new Change(
            row.id(),
            Sheet.lettersOf(column.index()),
            column.key(),
            kind,
            was,
            is,
            sentence.zh(),
            sentence.en()));
  }
}
