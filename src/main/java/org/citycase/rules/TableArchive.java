package org.citycase.rules;

import java.util.Map;

/** Keeps the text of every published table for good, the same on every node. */
public interface TableArchive {

  /**
   * Stores files under a name in the running transaction.
   *
   * @return the id they are found by
   */
  String store(String name, Map<String, String> files);

  /** The text of one file; refuses when it is no longer there. */
  String read(String id, String file);
}
