package org.citycase.rules;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * One side of the space of all questions a table may be put, cut into points: within a point every
 * question gets the same answer.
 */
interface Axis {

  int size();

  /** The points that are certain to be asked about; others are only imagined. */
  BitSet real();

  /** The points at which a filled cell of this column holds. */
  BitSet accepted(Column column, String cell);

  /** Facts that lie in the point, by the names of the question's components. */
  Map<String, String> example(int point);

  /** What the points have in common; empty when they are all there are. */
  List<Told> told(BitSet points);
}
