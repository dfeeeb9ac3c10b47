package org.citycase.rules;

import java.util.List;
import java.util.Map;
import org.citycase.Refusal;

/**
 * What a person changed in a draft in the page; rows are named by their ids, columns by their keys.
 */
public record TableEdit(List<Cell> cells, List<Added> added, List<String> removed) {

  /** One cell; the key {@code remark} is the remark in front of the row. */
  public record Cell(String row, String key, String value) {}

  /**
   * A new row.
   *
   * @param after the row it follows; null for the end of the table
   */
  public record Added(String id, String remark, String after, Map<String, String> cells) {}

  /** Refuses an edit that names no row or column, or changes nothing. */
  public TableEdit {
    cells = cells == null ? List.of() : cells;
    added = added == null ? List.of() : added;
    removed = removed == null ? List.of() : removed;
    if (cells.isEmpty() && added.isEmpty() && removed.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.MALFORMED,
          "Nothing is changed: name cells [{row, key, value}], added [{id, cells}] or removed"
              + " [id].");
    }
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      named(cell == null ? null : cell.row(), "cells[" + i + "].row");
      named(cell.key(), "cells[" + i + "].key");
    }
    for (int i = 0; i < added.size(); i++) {
      named(added.get(i) == null ? null : added.get(i).id(), "added[" + i + "].id");
    }
    for (int i = 0; i < removed.size(); i++) {
      named(removed.get(i), "removed[" + i + "]");
    }
  }

  private static void named(String name, String field) {
    if (name == null || name.isBlank()) {
      throw Refusal.ofField(Refusal.Kind.MALFORMED, field, "Say which: " + field + " is missing.");
    }
  }
}
