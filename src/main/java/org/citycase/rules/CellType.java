package org.citycase.rules;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the cells of one column may hold. A cell is pasted into the text Drools compiles, so
 * whatever is not plainly a value of the type is refused here.
 *
 * @param type String, int, double or boolean
 * @param optional whether the cell of an answer may be empty
 */
record CellType(Class<?> type, String expected, boolean optional, Predicate<String> accepts) {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
  private static final Pattern FORBIDDEN = Pattern.compile("[\"'`\\\\$\\p{Cntrl}]|^[=+@-]");
  private static final int LONGEST = 120;

  /** A name the owner of a table chooses: no row of the standard is called like a formula. */
  static final CellType NAME = text("a name", false, word -> true);

  static final CellType PRIORITY = number(int.class);

  static CellType of(RecordComponent component, KnownWords known) {
    OneOf oneOf = component.getAnnotation(OneOf.class);
    Known word = component.getAnnotation(Known.class);
    if (oneOf != null) {
      List<String> words = List.of(oneOf.value());
      return text("one of " + String.join(", ", words), oneOf.orNothing(), words::contains);
    }
    if (word != null) {
      return text(word.value().example(), word.orNothing(), known.of(word.value()));
    }
    return of(component.getType());
  }

  static CellType of(Class<?> type) {
    if (type == boolean.class) {
      return new CellType(
          type, "TRUE or FALSE", false, cell -> cell.equals("true") || cell.equals("false"));
    }
    if (type == int.class || type == double.class) {
      return number(type);
    }
    if (type == String.class) {
      return text("a word", false, cell -> true);
    }
    throw new IllegalArgumentException("A table cannot hold a " + type.getName() + ".");
  }

  /** The cell as Drools gets it: Excel writes TRUE for true when it saves. */
  String normal(String cell) {
    return type == boolean.class ? cell.toLowerCase(Locale.ROOT) : cell;
  }

  /** What is wrong with the cell, or nothing. */
  String fault(String cell) {
    if (!cell.equals(cell.strip())) {
      return "'" + cell.strip() + "' has a blank before or behind it. Delete the blank.";
    }
    if (type == String.class && FORBIDDEN.matcher(cell).find()) {
      return "a cell holds a value, never a program: quotation marks, $, backslashes, line breaks"
          + " and a leading = + - @ are not allowed. Expected is "
          + expected
          + ".";
    }
    return accepts.test(normal(cell)) ? "" : "'" + shown(cell) + "' is not " + expected + ".";
  }

  /** The value of a cell that was found faultless. */
  Object value(String cell) {
    if (type == int.class) {
      return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }
    if (type == double.class) {
      return cell.isEmpty() ? 0.0 : new BigDecimal(cell).doubleValue();
    }
    return type == boolean.class ? (Object) Boolean.valueOf(cell) : cell;
  }

  private static CellType number(Class<?> type) {
    return type == int.class
        ? new CellType(type, "a whole number", false, cell -> WHOLE.matcher(cell).matches())
        : new CellType(type, "a number such as 0.5", false, c -> DECIMAL.matcher(c).matches());
  }

  private static CellType text(String expected, boolean optional, Predicate<String> accepts) {
    return new CellType(
        String.class, expected, optional, cell -> cell.length() <= LONGEST && accepts.test(cell));
  }

  private static String shown(String cell) {
    return cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + "…";
  }
}
