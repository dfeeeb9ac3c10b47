package org.citycase.casefile;

import java.util.Map;

/**
 * What a room adds to the facts of a task's form: proposals, choices, evidence. The room that knows
 * the task answers; the others say nothing.
 */
public interface TaskFacts {

  /** Further facts for the task of this key in the diagram, by name. */
  Map<String, Object> of(String taskKey, CaseFile file);
}
