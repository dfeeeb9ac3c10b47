package org.citycase.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of a number of the question, or the days on which it is asked. */
final class ScaleAxis implements Axis {

  /** The name of the day among the facts of a question. */
  static final String DAY = "day";

  private final String property;
  private final Scale scale;
  private final Map<String, BitSet> accepted = new HashMap<>();

  ScaleAxis(String property, Scale scale) {
    this.property = property;
    this.scale = scale;
  }

  /** The numbers of a component, cut at what the cells of its columns name. */
  static ScaleAxis ofNumbers(String property, CellType type, Set<String> cells) {
    return new ScaleAxis(property, scale(type, cells));
  }

  static Scale scale(CellType type, Set<String> cells) {
    return Scale.ofNumbers(
        type.kind() == CellType.Kind.WHOLE, cells.stream().map(BigDecimal::new).toList());
  }

  /** The days, cut at the first and last days of the rows. */
  static ScaleAxis ofDays(Set<String> cells) {
    return new ScaleAxis(DAY, Scale.ofDays(cells.stream().map(ScaleAxis::day).toList()));
  }

  @Override
  public int size() {
    return scale.size();
  }

  @Override
  public BitSet real() {
    BitSet all = new BitSet();
    all.set(0, size());
    return all;
  }

  @Override
  public BitSet accepted(Column column, String cell) {
    return accepted.computeIfAbsent(column.key() + " " + cell, key -> points(column, cell));
  }

  private BitSet points(Column column, String cell) {
    return switch (column.property()) {
      case Column.VALID_FROM -> scale.accepted(">=", day(cell));
      case Column.VALID_UNTIL -> scale.accepted("<=", day(cell));
      default -> scale.accepted(column.operator(), new BigDecimal(cell));
    };
  }

  @Override
  public Map<String, String> example(int point) {
    BigDecimal value = scale.example(point);
    return Map.of(property, isDay() ? text(value) : value.toPlainString());
  }

  @Override
  public List<Told> told(BitSet points) {
    return points.cardinality() == size()
        ? List.of()
        : List.of(new Told(property, List.of(), scale.told(points)));
  }

  private boolean isDay() {
    return property.equals(DAY);
  }

  private static BigDecimal day(String cell) {
    return BigDecimal.valueOf(LocalDate.parse(cell).toEpochDay());
  }

  /** A day counted from 1970 as people write it. */
  static String text(BigDecimal day) {
    return LocalDate.ofEpochDay(day.longValueExact()).toString();
  }
}
