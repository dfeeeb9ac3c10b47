package org.citycase.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Parts the points of an axis by the rows that narrow it, in time that grows with the points the
 * rows name. Each row parts a class of points into those it speaks of and those it does not; a
 * class remembers the row that made it and the class it came from.
 */
final class Parting {

  private static final int FIRST_SIZE = 16;

  /** Points at which the same rows speak, the rows in the order they were added in. */
  record Part(BitSet points, int[] rows) {}

  private final int[] classOf;
  private int[] madeBy = new int[FIRST_SIZE];
  private int[] cameFrom = new int[FIRST_SIZE];
  private int[] movedTo = new int[FIRST_SIZE];
  private int classes = 1;
  private final List<Integer> everywhere = new ArrayList<>();

  Parting(int points) {
    this.classOf = new int[points];
  }

  /**
   * Rows are added in the order of their numbers.
   *
   * @param side the points the row speaks of; null for all
   */
  void add(int row, BitSet side) {
    if (side == null) {
      everywhere.add(row);
      return;
    }
    int before = classes;
    for (int point = side.nextSetBit(0); point >= 0; point = side.nextSetBit(point + 1)) {
      int from = classOf[point];
      if (movedTo[from] < before) {
        int made = add(row, from);
        movedTo[from] = made;
      }
      classOf[point] = movedTo[from];
    }
  }

  private int add(int row, int from) {
    if (classes == madeBy.length) {
      madeBy = Arrays.copyOf(madeBy, 2 * classes);
      cameFrom = Arrays.copyOf(cameFrom, 2 * classes);
      movedTo = Arrays.copyOf(movedTo, 2 * classes);
    }
    madeBy[classes] = row;
    cameFrom[classes] = from;
    return classes++;
  }

  List<Part> parts() {
    BitSet[] points = new BitSet[classes];
    for (int point = 0; point < classOf.length; point++) {
      if (points[classOf[point]] == null) {
        points[classOf[point]] = new BitSet();
      }
      points[classOf[point]].set(point);
    }
    int[] wide = everywhere.stream().mapToInt(Integer::intValue).toArray();
    List<Part> parts = new ArrayList<>();
    for (int each = 0; each < classes; each++) {
      if (points[each] != null) {
        parts.add(new Part(points[each], speakers(each, wide)));
      }
    }
    return parts;
  }

  private int[] speakers(int wanted, int[] wide) {
    int count = wide.length;
    for (int each = wanted; each > 0; each = cameFrom[each]) {
      count++;
    }
    int[] rows = Arrays.copyOf(wide, count);
    for (int each = wanted; each > 0; each = cameFrom[each]) {
      rows[--count] = madeBy[each];
    }
    Arrays.sort(rows);
    return rows;
  }
}
