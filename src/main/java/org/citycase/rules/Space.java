package org.citycase.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All questions some tables of one form may be put, as axes: closed lists and yes-or-no facts with
 * all their words, names of the base data with all that are known, free words with those the tables
 * name and one that stands for the others, numbers from 0 on and days cut at the bounds the tables
 * name. A filing condition comes with its own category only.
 */
final class Space {

  private final List<CheckedTable> tables;
  private final Form<?> question;
  private final KnownWords known;
  private final Map<String, Integer> axisOf = new LinkedHashMap<>();
  private final List<Axis> axes = new ArrayList<>();
  private final Map<String, List<String>> values = new HashMap<>();

  Space(List<CheckedTable> tables, Form<?> question, KnownWords known) {
    this.tables = tables;
    this.question = question;
    this.known = known;
    for (Set<String> bundle : new Bundles(question, this::values).of(asked())) {
      add(bundle);
    }
    Set<String> days = new TreeSet<>(cells(Column.VALID_FROM));
    days.addAll(cells(Column.VALID_UNTIL));
    if (!days.isEmpty()) {
      axisOf.put(Column.VALID_FROM, axes.size());
      axisOf.put(Column.VALID_UNTIL, axes.size());
      axes.add(ScaleAxis.ofDays(days));
    }
  }

  List<Axis> axes() {
    return axes;
  }

  /** Where a fact is told among others: as the question names them, the day last. */
  Comparator<String> order() {
    List<String> order = List.copyOf(question.components().keySet());
    return Comparator.comparingInt(
        fact -> order.contains(fact) ? order.indexOf(fact) : order.size());
  }

  /** The part of the space a row of one of the tables speaks of. */
  Box box(CheckedTable table, TableRow row) {
    BitSet[] sides = new BitSet[axes.size()];
    int priority = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      String cell = row.cells().get(i);
      Integer axis = axisOf.get(column.property());
      if (column.property().equals(Column.PRIORITY)) {
        priority = Integer.parseInt(cell);
      } else if (narrows(column) && !cell.isEmpty()) {
        narrow(sides, axis, axes.get(axis).accepted(column, cell));
      }
    }
    return new Box(row, priority, sides);
  }

  private void narrow(BitSet[] sides, int axis, BitSet accepted) {
    BitSet side = sides[axis];
    if (side == null) {
      side = accepted;
    } else {
      side = (BitSet) side.clone();
      side.and(accepted);
    }
    sides[axis] = side.cardinality() == axes.get(axis).size() ? null : side;
  }

  /** The properties any condition column looks at. */
  private Set<String> asked() {
    Set<String> asked = new LinkedHashSet<>();
    for (CheckedTable table : tables) {
      table.columns().stream()
          .filter(column -> column.kind() == Column.Kind.CONDITION)
          .forEach(column -> asked.add(column.property()));
    }
    return asked;
  }

  private void add(Set<String> bundle) {
    bundle.forEach(property -> axisOf.put(property, axes.size()));
    String first = bundle.iterator().next();
    CellType type = question.components().get(first);
    if (bundle.size() == 1 && isNumber(type)) {
      axes.add(ScaleAxis.ofNumbers(first, type, cells(first)));
      return;
    }
    Set<String> components = new LinkedHashSet<>(bundle);
    components.retainAll(question.components().keySet());
    List<Map<String, String>> points = new Points(question, known, this::values).of(bundle);
    axes.add(new PointAxis(components, points));
  }

  /** What a component of the question can be. */
  private List<String> values(String component) {
    return values.computeIfAbsent(component, name -> List.copyOf(found(name)));
  }

  private Collection<String> found(String component) {
    CellType type = question.components().get(component);
    if (isNumber(type)) {
      Scale scale = ScaleAxis.scale(type, cells(component));
      return Stream.iterate(0, i -> i < scale.size(), i -> i + 1)
          .map(i -> scale.example(i).toPlainString())
          .toList();
    }
    if (type.kind() == CellType.Kind.BOOLEAN) {
      return List.of("false", "true");
    }
    Set<String> values = new TreeSet<>(type.words());
    if (type.words().isEmpty()) {
      Collection<String> all = type.known() == null ? List.of() : known.all(type.known());
      values.addAll(all);
      values.addAll(cells(component));
      values.addAll(all.isEmpty() ? List.of(PointAxis.OTHER) : List.of());
    }
    if (type.optional() || type.known() == Known.Word.CONDITION) {
      values.add("");
    }
    return values;
  }

  /** A period of validity is no condition, yet a row answers within it only. */
  private static boolean narrows(Column column) {
    return column.kind() == Column.Kind.CONDITION
        || column.property().equals(Column.VALID_FROM)
        || column.property().equals(Column.VALID_UNTIL);
  }

  private static boolean isNumber(CellType type) {
    return type.kind() == CellType.Kind.WHOLE || type.kind() == CellType.Kind.DECIMAL;
  }

  /** What the tables name for a property, in all columns of it. */
  private Set<String> cells(String property) {
    Set<String> cells = new HashSet<>();
    for (CheckedTable table : tables) {
      for (int i = 0; i < table.columns().size(); i++) {
        Column column = table.columns().get(i);
        if (column.property().equals(property) && narrows(column)) {
          int index = i;
          table.rows().forEach(row -> cells.add(row.cells().get(index)));
        }
      }
    }
    cells.remove("");
    return cells;
  }
}
