package org.citycase.evaluate;

import java.util.HashMap;
import java.util.Map;

/** What was counted for one unit, district or person, by name; nothing where nothing was. */
final class Counts {

  private final Map<String, Long> numbers = new HashMap<>();

  void put(String name, long number) {
    numbers.put(name, number);
  }

  /** The number, or null when nobody counted it. */
  Long of(String name) {
    return numbers.get(name);
  }

  boolean isAbove0(String name) {
    return numbers.getOrDefault(name, 0L) > 0;
  }
}
