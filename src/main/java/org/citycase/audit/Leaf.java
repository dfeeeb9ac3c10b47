package org.citycase.audit;

/**
 * Which part of a long list is asked for.
 *
 * @param page 0 for the first
 * @param size lines of a page, at most {@link #MOST}
 */
public record Leaf(int page, int size) {

  /** The most lines of a page. */
  public static final int MOST = 500;

  private static final int USUAL = 50;

  public Leaf {
    size = Math.min(Math.max(size, 1), MOST);
    page = Math.max(page, 0);
  }

  /** The part of this number in the usual size. */
  public static Leaf at(int page) {
    return new Leaf(page, USUAL);
  }

  long first() {
    return (long) page * size;
  }

  /** The lines up to the end of this page. */
  long last() {
    return first() + size;
  }
}
