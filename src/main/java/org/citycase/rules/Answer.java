package org.citycase.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the action columns of a table write: one set of values for each row that matches. */
public final class Answer {

  /** A row that matched and what it says. */
  record Row(String id, Map<String, String> values) {

    int priority() {
      return Integer.parseInt(values.getOrDefault(Column.PRIORITY, "0"));
    }

    /** Whether the row is valid on that day; days are ISO dates, which sort as text. */
    boolean validOn(LocalDate day) {
      String from = values.getOrDefault(Column.VALID_FROM, "");
      String until = values.getOrDefault(Column.VALID_UNTIL, "");
      return (from.isEmpty() || from.compareTo(day.toString()) <= 0)
          && (until.isEmpty() || until.compareTo(day.toString()) >= 0);
    }
  }

  private final List<Row> rows = new ArrayList<>();

  Answer() {}

  /** Called by the action cells of a table. */
  public void set(String property, String value) {
    rows.get(rows.size() - 1).values().put(property, value);
  }

  void begin(String rowId) {
    rows.add(new Row(rowId, new HashMap<>()));
  }

  List<Row> rows() {
    return rows;
  }
}
