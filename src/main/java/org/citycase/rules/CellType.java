package org.citycase.rules;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the cells of one column may hold. A cell is pasted into the text Drools compiles, so
 * whatever is not plainly a value of the type is refused here.
 *
 * @param type String, int, double, boolean or LocalDate
 * @param expected what the cell should hold; its column names the words of a closed list
 * @param optional whether the cell of an answer may be empty
 * @param words the closed list the cell is taken from, or nothing
 * @param known what of the base data the cell names, or null
 */
record CellType(
    Class<?> type,
    Bilingual expected,
    boolean optional,
    Predicate<String> accepts,
    List<String> words,
    Known.Word known) {

  /** What a person types into the cell. */
  enum Kind {
    TEXT,
    WORD,
    WHOLE,
    DECIMAL,
    BOOLEAN,
    DATE
  }

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
  private static final Pattern FORBIDDEN = Pattern.compile("[\"'`\\\\$\\p{Cntrl}]|^[=+@-]");
  private static final int LONGEST = 120;
  private static final int LONGEST_REMARK = 1000;

  /** A name the owner of a table chooses: no row of the standard is called like a formula. */
  static final CellType NAME = text(FaultText.A_NAME);

  static final CellType PRIORITY = number(int.class);

  private static final Pattern NO_REMARK = Pattern.compile("\\p{Cntrl}|^\\s*[=+@-]");

  /** A day, the first or last on which a row is valid. */
  static final CellType DAY =
      new CellType(LocalDate.class, FaultText.A_DAY.with(), true, CellType::isDay, List.of(), null);

  static CellType of(RecordComponent component, KnownWords known) {
    OneOf oneOf = component.getAnnotation(OneOf.class);
    Known word = component.getAnnotation(Known.class);
    Range range = component.getAnnotation(Range.class);
    if (oneOf != null) {
      List<String> words = List.of(oneOf.value());
      return new CellType(
          String.class, FaultText.A_WORD.with(), oneOf.orNothing(), words::contains, words, null);
    }
    if (word != null) {
      return new CellType(
          String.class,
          word.value().example(),
          word.orNothing(),
          cell -> known.knows(word.value(), cell),
          List.of(),
          word.value());
    }
    return range == null ? of(component.getType()) : number(component.getType(), range);
  }

  static CellType of(Class<?> type) {
    if (type == boolean.class) {
      return of(type, FaultText.TRUE_OR_FALSE, Set.of("true", "false")::contains);
    }
    if (type == int.class || type == double.class) {
      return number(type);
    }
    if (type == String.class) {
      return text(FaultText.A_WORD);
    }
    throw new IllegalArgumentException("A table cannot hold a " + type.getName() + ".");
  }

  Kind kind() {
    if (type == String.class) {
      return words.isEmpty() && known == null ? Kind.TEXT : Kind.WORD;
    }
    if (type == int.class) {
      return Kind.WHOLE;
    }
    if (type == double.class) {
      return Kind.DECIMAL;
    }
    return type == boolean.class ? Kind.BOOLEAN : Kind.DATE;
  }

  /**
   * The cell as Drools gets it, equal for equal values: Excel writes TRUE for true when it saves,
   * and 0.20 for 0.2 in a column of two digits.
   */
  String normal(String cell) {
    if (type == boolean.class) {
      return cell.toLowerCase(Locale.ROOT);
    }
    boolean number = type == int.class || type == double.class;
    return number && DECIMAL.matcher(cell).matches()
        ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
        : cell;
  }

  /** Whether the cell holds a value of the type. */
  boolean fits(String cell) {
    return cell.equals(cell.strip()) && !couldBeProgram(cell) && accepts.test(normal(cell));
  }

  /** What is wrong with a cell that does not fit. */
  Bilingual fault(String cell, Bilingual expected) {
    if (!cell.equals(cell.strip())) {
      return FaultText.BLANKS.with(cell.strip());
    }
    return couldBeProgram(cell)
        ? FaultText.A_PROGRAM.with(expected)
        : FaultText.NOT_EXPECTED.with(shown(cell), expected);
  }

  private boolean couldBeProgram(String cell) {
    return type == String.class && FORBIDDEN.matcher(cell).find();
  }

  /** Whether a remark is short enough, and a spreadsheet would take it for text. */
  static boolean isRemark(String remark) {
    return remark.length() <= LONGEST_REMARK && !NO_REMARK.matcher(remark).find();
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
        ? of(type, FaultText.A_WHOLE_NUMBER, cell -> WHOLE.matcher(cell).matches())
        : of(type, FaultText.A_NUMBER, cell -> DECIMAL.matcher(cell).matches());
  }

  private static CellType number(Class<?> type, Range range) {
    Predicate<String> within =
        cell -> {
          double number = Double.parseDouble(cell);
          return number >= range.from() && number <= range.to();
        };
    CellType any = number(type);
    return new CellType(
        type, expected(type, range), false, any.accepts().and(within), List.of(), null);
  }

  private static Bilingual expected(Class<?> type, Range range) {
    if (type == double.class) {
      return FaultText.A_NUMBER_FROM.with(range.from());
    }
    return range.to() == Range.LARGEST
        ? FaultText.A_WHOLE_NUMBER_FROM.with(range.from())
        : FaultText.A_WHOLE_NUMBER_WITHIN.with(range.from(), range.to());
  }

  private static CellType text(FaultText expected) {
    return of(String.class, expected, cell -> cell.length() <= LONGEST);
  }

  private static CellType of(Class<?> type, FaultText expected, Predicate<String> accepts) {
    return new CellType(type, expected.with(), false, accepts, List.of(), null);
  }

  private static boolean isDay(String cell) {
    try {
      return cell.length() == "2026-07-01".length() && LocalDate.parse(cell) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String shown(String cell) {
    return cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + "…";
  }
}
