package org.citycase.rules;

import java.util.List;
import java.util.Map;

/** A table as the page shows it. */
public record TableView(
    String name,
    String zh,
    String en,
    String version,
    List<ColumnView> columns,
    List<RowView> rows) {

  /**
   * @param letter the column of a spreadsheet
   * @param kind id, condition or action
   * @param type text, word, whole, decimal, boolean or date
   * @param words what a cell may hold; empty when it is not from a list
   * @param optional whether the cell may be empty; an empty condition means any
   */
  public record ColumnView(
      String key,
      String letter,
      String kind,
      String zh,
      String en,
      String type,
      List<WordView> words,
      boolean optional) {}

  /** A word of a closed list in both languages. */
  public record WordView(String word, String zh, String en) {}

  /**
   * @param line of a spreadsheet, counted from 1
   * @param origin {@code national}, {@code changed} by the city, or the {@code city}'s own
   */
  public record RowView(
      String id, String remark, int line, String origin, Map<String, String> cells) {}
}
