package org.citycase.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions of an SQL query that all hold, with the values of their question marks. */
final class Conditions {

  private final List<String> sql = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  Conditions add(String condition, Object... further) {
    sql.add(condition);
    values.addAll(Arrays.asList(further));
    return this;
  }

  /** Nothing is asked of a null. */
  Conditions addIfGiven(String condition, Object value) {
    return value == null ? this : add(condition, value);
  }

  /** Nothing is asked when none is given. */
  Conditions addAnyOf(String column, Collection<?> any) {
    if (!any.isEmpty()) {
      add(column + " IN (" + marks(any.size()) + ")", any.toArray());
    }
    return this;
  }

  /** The column begins with the text. */
  Conditions addBegin(String column, String text) {
    return text == null ? this : add(column + " LIKE ? ESCAPE '!'", escaped(text) + "%");
  }

  /** At least one of these holds; no condition among them means that none can. */
  Conditions addEither(Conditions any) {
    String either = any.sql.stream().collect(Collectors.joining(" OR ", "(", ")"));
    return add(any.sql.isEmpty() ? "1 = 0" : either, any.values.toArray());
  }

  /** Both hold. */
  Conditions and(Conditions other) {
    Conditions both = new Conditions();
    both.sql.addAll(sql);
    both.sql.addAll(other.sql);
    both.values.addAll(values);
    both.values.addAll(other.values);
    return both;
  }

  /** With the word WHERE, or nothing at all. */
  String where() {
    return sql.isEmpty() ? "" : " WHERE " + String.join(" AND ", sql);
  }

  Object[] values() {
    return values.toArray();
  }

  static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
