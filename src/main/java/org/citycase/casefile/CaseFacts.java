package org.citycase.casefile;

import java.util.Map;
import org.citycase.access.Viewer;

/** What a room adds to a case as the interface shows it, by name; nothing is an empty map. */
public interface CaseFacts {

  /** Further facts of the case for this viewer, in the words of the interface. */
  Map<String, Object> of(CaseFile file, Viewer viewer);
}
