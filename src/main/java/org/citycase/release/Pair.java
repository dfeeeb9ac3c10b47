package org.citycase.release;

import java.util.Objects;
import java.util.function.Function;

/** A value by the version before and by the draft; either may be null. */
record Pair<T>(T before, T after) {

  /** Both, or null when they are the same. */
  static <T> Pair<T> ofDifferent(T before, T after) {
    return Objects.equals(before, after) ? null : new Pair<>(before, after);
  }

  /** Both in other words; null for no pair, and for a side that is null. */
  static <T, R> Pair<R> both(Pair<T> pair, Function<T, R> words) {
    return pair == null ? null : new Pair<>(side(pair.before(), words), side(pair.after(), words));
  }

  private static <T, R> R side(T value, Function<T, R> words) {
    return value == null ? null : words.apply(value);
  }
}
