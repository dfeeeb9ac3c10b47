package org.citycase.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A walk through all questions a table may be put. At each step the axis that tells most of the
 * rows apart is cut into parts in which the same rows speak; a part is left as soon as the rows
 * that speak in it speak of all of it. So each part is looked at once, whatever the points are, and
 * the result is exact.
 */
final class Walk {

  /** Of each kind that many are kept; an owner mends the first ones and asks again. */
  private static final int KEPT = 200;

  /** Rows looked at; a table of 10,000 rows needs a tenth of it. */
  private static final long LONGEST = 15_000_000;

  /** Two rows that answer the same questions with the same priority, and those questions. */
  record Tie(Box first, Box second, BitSet[] region) {}

  private final List<Axis> axes;
  private final List<Box> boxes;
  private final BitSet[] path;
  private final boolean[] closed;
  private final BitSet answering = new BitSet();
  private final List<BitSet[]> gaps = new ArrayList<>();
  private final Map<Long, Tie> ties = new LinkedHashMap<>();
  private long steps;

  Walk(List<Axis> axes, List<Box> boxes) {
    this.axes = axes;
    this.boxes = boxes.stream().sorted(Comparator.comparingInt(Box::priority).reversed()).toList();
    this.path = new BitSet[axes.size()];
    this.closed = new boolean[axes.size()];
    int[] alive = new int[boxes.size()];
    int count = 0;
    for (int i = 0; i < alive.length; i++) {
      if (!this.boxes.get(i).isEmpty()) {
        alive[count++] = i;
      }
    }
    walk(Arrays.copyOf(alive, count));
  }

  /** The parts in which no row speaks. */
  List<BitSet[]> gaps() {
    return gaps;
  }

  List<Tie> ties() {
    return List.copyOf(ties.values());
  }

  /** The rows that answer no question at all. */
  List<Box> silent() {
    List<Box> silent = new ArrayList<>();
    for (int i = 0; complete() && i < boxes.size(); i++) {
      if (!answering.get(i)) {
        silent.add(boxes.get(i));
      }
    }
    return silent;
  }

  /** Whether every question was looked at. */
  boolean complete() {
    return steps <= LONGEST;
  }

  /** Looks at the part named by the path, in which these rows speak, the highest priority first. */
  private void walk(int[] speaking) {
    int[] rows = thatCount(speaking);
    steps += rows.length + 1L;
    if (!complete()) {
      return;
    }
    int axis = busiest(rows);
    if (axis < 0) {
      leaf(rows);
      return;
    }
    closed[axis] = true;
    for (Parting.Part part : parts(rows, axis)) {
      path[axis] = part.points();
      walk(part.rows());
    }
    path[axis] = null;
    closed[axis] = false;
  }

  private List<Parting.Part> parts(int[] rows, int axis) {
    Parting parting = new Parting(axes.get(axis).size());
    for (int row : rows) {
      parting.add(row, boxes.get(row).sides()[axis]);
    }
    return parting.parts();
  }

  /** Leaves out the rows under one that speaks of all the part. */
  private int[] thatCount(int[] rows) {
    for (int i = 0; i < rows.length; i++) {
      Box box = boxes.get(rows[i]);
      if (speaksOfAll(box)) {
        int end = i + 1;
        while (end < rows.length && boxes.get(rows[end]).priority() == box.priority()) {
          end++;
        }
        return Arrays.copyOf(rows, end);
      }
    }
    return rows;
  }

  private boolean speaksOfAll(Box box) {
    for (int axis = 0; axis < closed.length; axis++) {
      if (!closed[axis] && box.sides()[axis] != null) {
        return false;
      }
    }
    return true;
  }

  /** The open axis that narrows most of the rows; -1 when all speak of all the part. */
  private int busiest(int[] rows) {
    int best = -1;
    int most = 0;
    for (int axis = 0; axis < closed.length; axis++) {
      int narrowed = 0;
      for (int i = 0; !closed[axis] && i < rows.length; i++) {
        narrowed += boxes.get(rows[i]).sides()[axis] == null ? 0 : 1;
      }
      if (narrowed > most) {
        most = narrowed;
        best = axis;
      }
    }
    return best;
  }

  private void leaf(int[] rows) {
    if (rows.length == 0) {
      if (gaps.size() < KEPT && isReal()) {
        gaps.add(path.clone());
      }
      return;
    }
    answering.set(rows[0]);
    int highest = boxes.get(rows[0]).priority();
    for (int i = 1; i < rows.length && boxes.get(rows[i]).priority() == highest; i++) {
      answering.set(rows[i]);
      if (ties.size() < KEPT) {
        Tie tie = new Tie(boxes.get(rows[0]), boxes.get(rows[i]), path.clone());
        ties.putIfAbsent(((long) rows[0] << Integer.SIZE) + rows[i], tie);
      }
    }
  }

  /** Nobody misses a row for questions that hold a word no table names. */
  private boolean isReal() {
    for (int axis = 0; axis < path.length; axis++) {
      if (path[axis] != null && !path[axis].intersects(axes.get(axis).real())) {
        return false;
      }
    }
    return true;
  }
}
