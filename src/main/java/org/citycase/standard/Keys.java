package org.citycase.standard;

import java.util.HashMap;
import java.util.Map;

/** Refuses a key that comes twice in one file and says where it came first. */
final class Keys {

  private final String what;
  private final Map<String, Long> lines = new HashMap<>();

  Keys(String what) {
    this.what = what;
  }

  void once(String key, long line) {
    Long first = lines.putIfAbsent(key, line);
    if (first != null) {
      throw Findings.wrong("%s %s is already in line %d.".formatted(what, key, first));
    }
  }
}
