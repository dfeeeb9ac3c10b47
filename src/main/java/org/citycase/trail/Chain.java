package org.citycase.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.citycase.trail.Finding.Kind;

/**
 * A chain of entries, each of which holds the hash of the one before, and its head, which is kept
 * elsewhere: how long the chain is and the hash of its last entry.
 */
final class Chain {

  /** A gap of more entries than this is told by its first ones. */
  private static final int MOST_MISSING = 100;

  /**
   * One entry.
   *
   * @param computed the hash it should have
   */
  record Link(int seq, String previous, String hash, String computed) {

    boolean isWhole() {
      return computed.equals(hash);
    }

    /** Whether this hash is the one it has or had. */
    boolean isNamedBy(String other) {
      return other != null && (other.equals(hash) || other.equals(computed));
    }
  }

  /** What the chain should end with; null parts are not known. */
  record Head(Integer length, String hash) {}

  /** One thing wrong; without a number it is the head. */
  record Flaw(Integer seq, Kind kind) {}

  private final SortedMap<Integer, Link> links = new TreeMap<>();
  private final Head head;
  private final List<Flaw> flaws = new ArrayList<>();

  /**
   * @param head null when it is not there
   */
  Chain(List<Link> entries, Head head) {
    for (Link link : entries) {
      if (links.putIfAbsent(link.seq(), link) != null) {
        flaws.add(new Flaw(link.seq(), Kind.ADDED));
      }
    }
    this.head = head;
  }

  /** The number of an entry; 0, which none has, when it is no number. */
  static int seq(String text) {
    Integer seq = Checker.number(text);
    return seq == null ? 0 : seq;
  }

  /** All that is wrong, entries first in their order, then the head. */
  List<Flaw> flaws() {
    List<Flaw> atHead = new ArrayList<>();
    int last = last(atHead);
    missing(last);
    links.values().forEach(link -> judge(link, last));
    flaws.sort((one, other) -> Integer.compare(one.seq(), other.seq()));
    flaws.addAll(atHead);
    return flaws;
  }

  /** How long the chain truly is, when head and entries disagree. */
  private int last(List<Flaw> atHead) {
    int longest = links.isEmpty() ? 0 : links.lastKey();
    if (head == null) {
      return longest;
    }
    if (head.length() == null || head.hash() == null) {
      atHead.add(new Flaw(null, Kind.ALTERED));
      return longest;
    }
    Link named = links.get(head.length());
    if (named == null ? head.length() == 0 && isNone(head.hash()) : named.isNamedBy(head.hash())) {
      return head.length();
    }
    Link end = links.get(longest);
    if (end != null && end.isWhole() && end.hash().equals(head.hash())) {
      atHead.add(new Flaw(null, Kind.ALTERED));
      return longest;
    }
    if (named != null) {
      // The entry was written anew with a hash that fits it, or the head was: the seals may know.
      if (named.isWhole()) {
        flaws.add(new Flaw(named.seq(), Kind.UNPROVEN));
      }
      atHead.add(new Flaw(null, Kind.UNPROVEN));
    }
    return Math.max(head.length(), 0);
  }

  private static boolean isNone(String hash) {
    return Canonical.NO_HASH.equals(hash);
  }

  private void missing(int last) {
    int told = 0;
    for (int seq = 1; seq <= last && told < MOST_MISSING; seq++) {
      if (!links.containsKey(seq)) {
        flaws.add(new Flaw(seq, Kind.MISSING));
        told++;
      }
    }
  }

  private void judge(Link link, int last) {
    if (link.seq() < 1 || link.seq() > last) {
      flaws.add(new Flaw(link.seq(), Kind.ADDED));
    } else if (!link.isWhole()) {
      flaws.add(new Flaw(link.seq(), Kind.ALTERED));
    } else if (isRewritten(link.seq(), last)) {
      flaws.add(new Flaw(link.seq(), Kind.ALTERED));
    }
  }

  /** An entry that fits its own hash, but not the chain: it was written anew, hash and all. */
  private boolean isRewritten(int seq, int last) {
    boolean brokenBefore = isBroken(seq);
    boolean brokenBehind = seq < last && isBroken(seq + 1);
    if (brokenBehind) {
      return brokenBefore || !isBroken(seq + 2);
    }
    return brokenBefore && seq == 1;
  }

  /** Whether this entry does not hold the hash of the one before it, both being whole. */
  private boolean isBroken(int seq) {
    Link link = links.get(seq);
    if (link == null || !link.isWhole()) {
      return false;
    }
    if (seq == 1) {
      return !isNone(link.previous());
    }
    Link before = links.get(seq - 1);
    return before != null && before.isWhole() && !before.hash().equals(link.previous());
  }
}
