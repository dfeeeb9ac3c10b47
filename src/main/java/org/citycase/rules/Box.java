package org.citycase.rules;

import java.util.BitSet;

/**
 * The part of all questions one row speaks of.
 *
 * @param priority 0 in a table without priorities
 * @param sides the points of each axis; null where the row takes all of them
 */
record Box(TableRow row, int priority, BitSet[] sides) {

  /** Whether the row can answer any question at all. */
  boolean isEmpty() {
    for (BitSet side : sides) {
      if (side != null && side.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  boolean meets(BitSet[] region) {
    for (int axis = 0; axis < sides.length; axis++) {
      BitSet side = sides[axis];
      if (side != null
          && (region[axis] == null ? side.isEmpty() : !side.intersects(region[axis]))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the row speaks of every question of the region. */
  boolean covers(BitSet[] region) {
    for (int axis = 0; axis < sides.length; axis++) {
      if (sides[axis] != null && !contains(sides[axis], region[axis])) {
        return false;
      }
    }
    return true;
  }

  /** The questions of the region the row speaks of. */
  BitSet[] within(BitSet[] region) {
    BitSet[] common = region.clone();
    for (int axis = 0; axis < sides.length; axis++) {
      if (region[axis] == null) {
        common[axis] = sides[axis];
      } else if (sides[axis] != null) {
        common[axis] = (BitSet) region[axis].clone();
        common[axis].and(sides[axis]);
      }
    }
    return common;
  }

  private static boolean contains(BitSet all, BitSet part) {
    if (part == null) {
      return false;
    }
    BitSet rest = (BitSet) part.clone();
    rest.andNot(all);
    return rest.isEmpty();
  }
}
