package org.citycase.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * The stretches of a number that a table tells apart: it is cut wherever a cell names a bound, and
 * within one stretch every question gets the same answer.
 */
final class Scale {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** A place between two numbers: right before one, or right behind it. */
  private record Cut(BigDecimal at, boolean behind) implements Comparable<Cut> {

    @Override
    public int compareTo(Cut other) {
      int order = at.compareTo(other.at);
      return order != 0 ? order : Boolean.compare(behind, other.behind);
    }
  }

  private final boolean whole;
  private final boolean bounded;
  private final List<Cut> beginnings;

  private Scale(boolean whole, boolean bounded, List<Cut> beginnings) {
    this.whole = whole;
    this.bounded = bounded;
    this.beginnings = beginnings;
  }

  /** The numbers from 0 on; 0 is always a stretch of its own, for it also stands for "nothing". */
  static Scale ofNumbers(boolean whole, Iterable<BigDecimal> bounds) {
    TreeSet<Cut> cuts = cuts(whole, bounds);
    Cut least = new Cut(BigDecimal.ZERO, false);
    cuts.addAll(around(whole, BigDecimal.ZERO));
    return new Scale(whole, true, new ArrayList<>(cuts.tailSet(least, true)));
  }

  /** All whole numbers, as days have no first one. */
  static Scale ofDays(Iterable<BigDecimal> bounds) {
    TreeSet<Cut> cuts = cuts(true, bounds);
    BigDecimal first = cuts.isEmpty() ? BigDecimal.ZERO : cuts.first().at();
    cuts.add(new Cut(first.subtract(BigDecimal.ONE), false));
    return new Scale(true, false, new ArrayList<>(cuts));
  }

  int size() {
    return beginnings.size();
  }

  /** The stretches in which a comparison with the bound holds. */
  BitSet accepted(String operator, BigDecimal bound) {
    int before = indexOf(cut(whole, bound, false));
    int behind = indexOf(cut(whole, bound, true));
    BitSet stretches = new BitSet();
    switch (operator) {
      case ">=" -> stretches.set(before, size());
      case ">" -> stretches.set(behind, size());
      case "<" -> stretches.set(0, before);
      case "<=" -> stretches.set(0, behind);
      default -> stretches.set(before, behind);
    }
    return stretches;
  }

  /** A number within the stretch. */
  BigDecimal example(int stretch) {
    Cut begin = beginnings.get(stretch);
    if (!begin.behind()) {
      return begin.at();
    }
    return stretch + 1 < size()
        ? begin.at().add(beginnings.get(stretch + 1).at()).divide(TWO)
        : begin.at().add(BigDecimal.ONE);
  }

  /**
   * The stretches as ranges, neighbouring ones together.
   *
   * @param stretches not all of them, for that says nothing
   */
  List<Range> told(BitSet stretches) {
    List<Range> told = new ArrayList<>();
    for (int from = stretches.nextSetBit(0); from >= 0; ) {
      int to = stretches.nextClearBit(from);
      told.add(range(from, to));
      from = stretches.nextSetBit(to);
    }
    return told;
  }

  /** Two bounds with the signs ≥, &gt;, &lt; and ≤, or = and one; null where there is none. */
  record Range(String above, BigDecimal low, String below, BigDecimal high) {}

  private Range range(int from, int to) {
    boolean open = from == 0 && (!bounded || to < size());
    Cut low = beginnings.get(from);
    Cut high = to < size() ? beginnings.get(to) : null;
    if (whole && high != null && !open(from) && isOne(low, high) || isPoint(low, high)) {
      return new Range("=", low.at(), null, null);
    }
    return new Range(
        open ? null : low.behind() ? ">" : "≥",
        open ? null : low.at(),
        high == null ? null : high.behind() ? "≤" : "<",
        high == null ? null : high.at());
  }

  private boolean open(int from) {
    return from == 0 && !bounded;
  }

  private static boolean isOne(Cut low, Cut high) {
    return high.at().subtract(low.at()).compareTo(BigDecimal.ONE) == 0;
  }

  private static boolean isPoint(Cut low, Cut high) {
    return high != null && high.behind() && !low.behind() && high.at().compareTo(low.at()) == 0;
  }

  private int indexOf(Cut cut) {
    int index = Collections.binarySearch(beginnings, cut);
    return index >= 0 ? index : -index - 1;
  }

  private static TreeSet<Cut> cuts(boolean whole, Iterable<BigDecimal> bounds) {
    TreeSet<Cut> cuts = new TreeSet<>();
    bounds.forEach(bound -> cuts.addAll(around(whole, bound)));
    return cuts;
  }

  private static List<Cut> around(boolean whole, BigDecimal bound) {
    return List.of(cut(whole, bound, false), cut(whole, bound, true));
  }

  private static Cut cut(boolean whole, BigDecimal bound, boolean behind) {
    return whole && behind
        ? new Cut(bound.add(BigDecimal.ONE), false)
        : new Cut(bound.stripTrailingZeros(), behind);
  }
}
