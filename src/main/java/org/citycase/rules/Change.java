package org.citycase.rules;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One difference between two versions of a table.
 *
 * @param row the row id
 * @param column the letter, e.g. D; that of the row ids when a whole row was added or removed
 * @param key of the column, e.g. {@code measure>=}, {@code remark}, or {@code id} for a whole row
 * @param before as the sheet shows it; with its unit when that changed too
 * @param after the same
 * @param zh the change in words, e.g. {@code C01-37-1：时限 2 → 1 工作日}
 * @param en the same in English
 */
public record Change(
    String row,
    String column,
    String key,
    Kind kind,
    String before,
    String after,
    String zh,
    String en) {

  /** What happened to the cell or row. */
  public enum Kind {
    CHANGED,
    ADDED,
    REMOVED;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
