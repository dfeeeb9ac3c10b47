package org.citycase.clock;

import java.util.Arrays;
import java.util.Comparator;

/** Stretches of real time in epoch milliseconds, from inclusive, to exclusive. */
final class Stretches {

  private long[] from = new long[1024];
  private long[] to = new long[1024];
  private int count;

  /** Adds a stretch; one that is empty is left out. */
  void add(long opens, long closes) {
    if (opens >= closes) {
      return;
    }
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
    from[count] = opens;
    to[count++] = closes;
  }

  /** The same time in order, each moment once. */
  Stretches merged() {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingLong(i -> from[i]));
    Stretches merged = new Stretches();
    for (int i : order) {
      int last = merged.count - 1;
      if (last >= 0 && from[i] <= merged.to[last]) {
        merged.to[last] = Math.max(merged.to[last], to[i]);
      } else {
        merged.add(from[i], to[i]);
      }
    }
    return merged;
  }

  long[] starts() {
    return Arrays.copyOf(from, count);
  }

  long[] ends() {
    return Arrays.copyOf(to, count);
  }
}
