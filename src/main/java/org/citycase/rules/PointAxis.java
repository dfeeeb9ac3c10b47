package org.citycase.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words and yes-or-no facts of the question, one point for each; facts that hang together, as a
 * condition and its category do, lie on one axis, so that no point joins what never comes together.
 */
final class PointAxis implements Axis {

  /** Stands for all words that are neither known nor named in a table. */
  static final String OTHER = "…";

  private final Set<String> components;
  private final List<Map<String, String>> points;
  private final Map<String, Map<String, BitSet>> holding = new HashMap<>();
  private final Map<String, BitSet> compared = new HashMap<>();
  private final BitSet real = new BitSet();

  /**
   * @param components of the question; what is derived from them is no fact of its own
   * @param points by the names of components and of what is derived from them
   */
  PointAxis(Set<String> components, List<Map<String, String>> points) {
    this.components = components;
    this.points = points;
    for (int i = 0; i < points.size(); i++) {
      int point = i;
      points.get(i).forEach((name, value) -> hold(name, value).set(point));
      real.set(point, !points.get(i).containsValue(OTHER));
    }
  }

  @Override
  public int size() {
    return points.size();
  }

  @Override
  public BitSet real() {
    return real;
  }

  @Override
  public BitSet accepted(Column column, String cell) {
    CellType.Kind kind = column.type().kind();
    boolean number = kind == CellType.Kind.WHOLE || kind == CellType.Kind.DECIMAL;
    return number
        ? compared.computeIfAbsent(column.key() + " " + cell, key -> compared(column, cell))
        : hold(column.property(), cell);
  }

  @Override
  public Map<String, String> example(int point) {
    Map<String, String> facts = new LinkedHashMap<>(points.get(point));
    facts.keySet().retainAll(components);
    return facts;
  }

  @Override
  public List<Told> told(BitSet chosen) {
    List<Told> told = new ArrayList<>();
    for (String component : components) {
      Set<String> words = new TreeSet<>();
      chosen.stream().forEach(point -> words.add(points.get(point).get(component)));
      if (words.size() < holding.get(component).size()) {
        told.add(new Told(component, List.copyOf(words), List.of()));
      }
    }
    return told;
  }

  private BitSet hold(String name, String value) {
    return holding
        .computeIfAbsent(name, key -> new HashMap<>())
        .computeIfAbsent(value, key -> new BitSet());
  }

  private BitSet compared(Column column, String cell) {
    BigDecimal bound = new BigDecimal(cell);
    BitSet found = new BitSet();
    for (int point = 0; point < points.size(); point++) {
      int order = new BigDecimal(points.get(point).get(column.property())).compareTo(bound);
      found.set(
          point,
          switch (column.operator()) {
            case ">=" -> order >= 0;
            case ">" -> order > 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            default -> order == 0;
          });
    }
    return found;
  }
}
