package org.citycase.audit;

import java.util.List;

/**
 * A page of a list, newest first.
 *
 * @param total of all pages, exact
 */
public record Found<T>(List<T> items, int page, int size, long total) {

  static <T> Found<T> of(List<T> items, Leaf leaf, long total) {
    return new Found<>(items, leaf.page(), leaf.size(), total);
  }
}
