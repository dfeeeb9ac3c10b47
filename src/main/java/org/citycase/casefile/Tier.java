package org.citycase.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;

/**
 * A part of a list that comes before all that follows: strands merged by what their values mean.
 */
final class Tier {

  /** A strand, and what a value of it means in the order of the whole tier. */
  record Part(Strand strand, ToLongFunction<Strand.Head> rank) {}

  private record Next(Strand.Head head, long rank, Part part) {}

  private final List<Part> parts;
  private final PriorityQueue<Next> heads;
  private boolean begun;

  private Tier(List<Part> parts, boolean descending) {
    Comparator<Next> order =
        Comparator.comparingLong(Next::rank)
            .thenComparing(next -> next.head().value())
            .thenComparing(next -> next.head().number());
    this.parts = parts;
    this.heads = new PriorityQueue<>(descending ? order.reversed() : order);
  }

  /** One strand alone, as it is. */
  static Tier of(Strand only) {
    return new Tier(List.of(new Part(only, head -> 0)), false);
  }

  static Tier merged(List<Part> parts, boolean descending) {
    return new Tier(parts, descending);
  }

  /** Leaves out the first cases; tells how many of them lie beyond this tier. */
  long skip(long cases) {
    if (parts.size() == 1) {
      Strand only = parts.get(0).strand();
      only.skip(cases);
      return cases > 0 && only.peek() == null ? cases - only.count() : 0;
    }
    long left = cases;
    while (left > 0 && next() != null) {
      left--;
    }
    return left;
  }

  /** The number of the next case; null after the last. */
  String next() {
    if (parts.size() == 1) {
      Strand.Head head = parts.get(0).strand().poll();
      return head == null ? null : head.number();
    }
    if (!begun) {
      parts.forEach(this::offer);
      begun = true;
    }
    Next next = heads.poll();
    if (next == null) {
      return null;
    }
    offer(next.part());
    return next.head().number();
  }

  private void offer(Part part) {
    Strand.Head head = part.strand().poll();
    if (head != null) {
      heads.add(new Next(head, part.rank().applyAsLong(head), part));
    }
  }
}
