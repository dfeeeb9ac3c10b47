package org.citycase.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Lays the city's rows (本市行) on the national table (国家标准表). A city row with the id of a national
 * one replaces it; one with another id is added; one that holds nothing but its id, and a remark if
 * need be, takes the national row away.
 */
class Layers {

  private Layers() {}

  /** The national table with the city's rows on top; columns only the city has come last. */
  static Sheet merged(Sheet national, Sheet city) {
    List<String> keys = new ArrayList<>(Head.keys(national));
    List<String> own = Head.keys(city);
    int width = keys.size();
    own.stream().filter(key -> !keys.contains(key)).forEach(keys::add);
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < Head.FIRST_DATA_ROW; row++) {
      List<String> cells = fitted(national, row, Head.keys(national), keys);
      for (int column = width; column < keys.size(); column++) {
        cells.set(column, city.cell(row, own.indexOf(keys.get(column))));
      }
      rows.add(cells);
    }
    Map<String, List<String>> byId = byId(national, keys);
    List<Integer> silent = silent(national, own, keys);
    byId(city, keys).forEach((id, row) -> lay(byId, row, silent));
    rows.addAll(byId.values());
    return new Sheet(national.file(), rows);
  }

  /** What of a table is the city's own; nothing but a head when nothing is. */
  static Sheet cityRows(Sheet national, Sheet table) {
    List<String> keys = Head.keys(table);
    Map<String, List<String>> standard = byId(national, keys);
    Map<String, List<String>> whole = byId(table, keys);
    List<List<String>> rows = new ArrayList<>(table.rows().subList(0, Head.FIRST_DATA_ROW));
    whole.forEach(
        (id, row) -> {
          if (!row.equals(standard.get(id))) {
            rows.add(row);
          }
        });
    Set<String> withdrawn = new HashSet<>(standard.keySet());
    withdrawn.removeAll(whole.keySet());
    withdrawn.stream().sorted().forEach(id -> rows.add(List.of("", id)));
    return new Sheet(table.file(), rows);
  }

  /** The sheet with an empty line in place of each row that takes a national one away. */
  static Sheet withoutWithdrawn(Sheet city) {
    List<List<String>> rows = new ArrayList<>(city.rows());
    for (int row = Head.FIRST_DATA_ROW; row < rows.size(); row++) {
      if (isWithdrawal(rows.get(row))) {
        rows.set(row, List.of());
      }
    }
    return new Sheet(city.file(), rows);
  }

  /** What the national table answers and the city's rows, made from an older edition, do not. */
  private static List<Integer> silent(Sheet national, List<String> own, List<String> keys) {
    return IntStream.range(0, Head.keys(national).size())
        .filter(column -> Head.isAction(national, column) && !own.contains(keys.get(column)))
        .boxed()
        .toList();
  }

  private static void lay(Map<String, List<String>> table, List<String> row, List<Integer> silent) {
    String id = row.get(Head.FIRST_COLUMN);
    if (isWithdrawal(row)) {
      table.remove(id);
      return;
    }
    List<String> standard = table.get(id);
    if (standard != null) {
      silent.forEach(column -> row.set(column, standard.get(column)));
    }
    table.put(id, row);
  }

  private static boolean isWithdrawal(List<String> row) {
    return IntStream.range(0, row.size())
        .filter(column -> !row.get(column).isBlank())
        .allMatch(column -> column <= Head.FIRST_COLUMN);
  }

  /** The rows of a sheet by their ids, their cells in the order of the keys. */
  static Map<String, List<String>> byId(Sheet sheet, List<String> keys) {
    List<String> own = Head.keys(sheet);
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (int row = Head.FIRST_DATA_ROW; row < sheet.rows().size(); row++) {
      if (!sheet.blank(row)) {
        List<String> cells = fitted(sheet, row, own, keys);
        rows.put(cells.get(Head.FIRST_COLUMN), cells);
      }
    }
    return rows;
  }

  private static List<String> fitted(Sheet sheet, int row, List<String> own, List<String> keys) {
    List<String> cells = new ArrayList<>();
    for (String key : keys) {
      int column = own.indexOf(key);
      cells.add(column < 0 ? "" : sheet.cell(row, column));
    }
    return cells;
  }
}
