package org.citycase.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether a table answers every question it may be put by exactly one row, and every row some
 * question. What the table in force does no better is marked {@code old}.
 *
 * @param complete false when the table was too entangled to look at every question
 */
record Coverage(
    CheckedTable table,
    List<Gap> gaps,
    List<Overlap> overlaps,
    List<Unreachable> unreachable,
    boolean complete) {

  /** At most that many rows are named as those that leave nothing to another. */
  private static final int NAMED = 3;

  /**
   * Questions that no row answers.
   *
   * @param region what they have in common
   * @param example one of them, by the names of the facts the table looks at
   * @param answered the row of the table in force that answers it, or nothing
   */
  record Gap(List<Told> region, Map<String, String> example, String answered, boolean old) {}

  /** Two rows of equal priority that answer the same questions, and which those are. */
  record Overlap(TableRow first, TableRow second, int priority, List<Told> region, boolean old) {}

  /**
   * A row that never answers.
   *
   * @param by the rows that leave nothing to it; empty when its own conditions exclude each other
   * @param above the highest priority among those
   */
  record Unreachable(TableRow row, int priority, List<String> by, int above, boolean old) {}

  /** Looks at a table alone. */
  static Coverage of(CheckedTable table, Form<?> question, KnownWords known) {
    return of(table, null, question, known);
  }

  /**
   * Looks at a table that is to replace another.
   *
   * @param inForce null when there is none
   */
  static Coverage of(CheckedTable table, CheckedTable inForce, Form<?> question, KnownWords known) {
    List<CheckedTable> tables = inForce == null ? List.of(table) : List.of(table, inForce);
    return new Look(new Space(tables, question, known), table, inForce).coverage();
  }

  /** One look at a table beside the one in force. */
  private static final class Look {

    private final List<Axis> axes;
    private final CheckedTable table;
    private final List<Box> boxes;
    private final List<Box> boxesInForce;
    private final Set<String> oldTies = new HashSet<>();
    private final Set<String> oldSilent = new HashSet<>();
    private final boolean alone;
    private final Comparator<String> order;

    Look(Space space, CheckedTable table, CheckedTable inForce) {
      this.axes = space.axes();
      this.order = space.order();
      this.table = table;
      this.alone = inForce == null;
      this.boxes = boxes(space, table);
      this.boxesInForce = alone ? List.of() : boxes(space, inForce);
      if (!alone) {
        remember(new Walk(axes, boxesInForce));
      }
    }

    private static List<Box> boxes(Space space, CheckedTable table) {
      return table.rows().stream().map(row -> space.box(table, row)).toList();
    }

    private void remember(Walk before) {
      before.ties().forEach(tie -> oldTies.add(name(tie)));
      before.silent().forEach(box -> oldSilent.add(box.row().id()));
    }

    Coverage coverage() {
      Walk walk = new Walk(axes, boxes);
      return new Coverage(
          table,
          walk.gaps().stream().map(this::gap).toList(),
          walk.ties().stream().map(this::overlap).toList(),
          walk.silent().stream().map(this::unreachable).toList(),
          walk.complete());
    }

    private Gap gap(BitSet[] region) {
      Optional<Box> answered = boxesInForce.stream().filter(box -> box.meets(region)).findFirst();
      BitSet[] missed = answered.map(box -> box.within(region)).orElse(region);
      return new Gap(
          told(missed),
          example(missed),
          answered.map(box -> box.row().id()).orElse(""),
          !alone && answered.isEmpty());
    }

    private Overlap overlap(Walk.Tie tie) {
      return new Overlap(
          tie.first().row(),
          tie.second().row(),
          tie.first().priority(),
          told(tie.region()),
          oldTies.contains(name(tie)));
    }

    private Unreachable unreachable(Box box) {
      List<Box> above = above(box);
      return new Unreachable(
          box.row(),
          box.priority(),
          above.stream().map(each -> each.row().id()).toList(),
          above.stream().mapToInt(Box::priority).max().orElse(box.priority()),
          oldSilent.contains(box.row().id()));
    }

    /** The one row that leaves nothing, or the first of those that do so together. */
    private List<Box> above(Box silent) {
      if (silent.isEmpty()) {
        return List.of();
      }
      List<Box> above =
          boxes.stream()
              .filter(box -> box.priority() > silent.priority() && box.meets(silent.sides()))
              .toList();
      return above.stream()
          .filter(box -> box.covers(silent.sides()))
          .findFirst()
          .map(List::of)
          .orElseGet(() -> above.stream().limit(NAMED).toList());
    }

    private List<Told> told(BitSet[] region) {
      List<Told> told = new ArrayList<>();
      for (int axis = 0; axis < region.length; axis++) {
        if (region[axis] != null) {
          told.addAll(axes.get(axis).told(region[axis]));
        }
      }
      told.sort(Comparator.comparing(Told::property, order));
      return told;
    }

    private Map<String, String> example(BitSet[] region) {
      Map<String, String> example = new TreeMap<>(order);
      for (int axis = 0; axis < region.length; axis++) {
        BitSet points = (BitSet) axes.get(axis).real().clone();
        if (region[axis] != null) {
          points.and(region[axis]);
        }
        example.putAll(axes.get(axis).example(Math.max(0, points.nextSetBit(0))));
      }
      return example;
    }

    private static String name(Walk.Tie tie) {
      return List.of(tie.first().row().id(), tie.second().row().id()).stream()
          .sorted()
          .collect(Collectors.joining("\n"));
    }
  }
}
