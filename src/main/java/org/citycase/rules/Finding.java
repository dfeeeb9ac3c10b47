package org.citycase.rules;

/**
 * What a check found in a table that can be read and compiled.
 *
 * @param row of the sheet, counted from 1; null when no single row is meant
 * @param column the letter, e.g. D; null when no single cell is meant
 * @param key of the column, e.g. {@code measure>=}; null when no single cell is meant
 * @param fault whether the table must not be published with it; else it is a warning
 */
record Finding(
    Kind kind, Integer row, String column, String key, boolean fault, Bilingual sentence) {

  /** What a check looks for. */
  enum Kind {
    /** Questions that no row answers. */
    GAP,
    /** Two rows that answer the same questions with the same priority. */
    OVERLAP,
    /** A row that answers no question. */
    UNREACHABLE,
    /** A value far from the one before. */
    FAR_VALUE,
    /** A table too entangled to look at every question. */
    UNCHECKED
  }
}
