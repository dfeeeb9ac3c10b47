package org.citycase.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps published tables in memory, for tests that need no engine. */
class StoredTexts implements TableArchive {

  private final List<Map<String, String>> stored = new ArrayList<>();

  @Override
  public synchronized String store(String name, Map<String, String> files) {
    stored.add(Map.copyOf(files));
    return String.valueOf(stored.size() - 1);
  }

  @Override
  public synchronized String read(String id, String file) {
    return stored.get(Integer.parseInt(id)).get(file);
  }
}
