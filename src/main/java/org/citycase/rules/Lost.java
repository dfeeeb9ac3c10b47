package org.citycase.rules;

/**
 * A row that matched a question and did not answer it.
 *
 * @param why {@code priority} when another row has a higher one, {@code validity} when it is not
 *     valid on the day
 * @param priority of the row
 */
public record Lost(String row, String why, int priority) {

  static final String PRIORITY = "priority";
  static final String VALIDITY = "validity";
}
