package org.citycase.casefile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody did to a case, as the log tells it.
 *
 * @param actor the user, or {@code rule} when a table decided
 * @param action what was done, the verb of the diagram's element
 * @param reason why; mandatory whenever a case goes back or is refused
 * @param data what else belongs to it (table row, unit, condition)
 */
public record Act(String actor, String action, String reason, Map<String, Object> data) {

  /** The actor of everything a decision table does by itself. */
  public static final String RULE = "rule";

  public Act {
    data = new LinkedHashMap<>(data);
  }

  public static Act of(String actor, String action) {
    return new Act(actor, action, null, Map.of());
  }

  public Act because(String why) {
    return new Act(actor, action, why, data);
  }

  /** The same act with one more fact; a null value is left out. */
  public Act with(String name, Object value) {
    if (value == null) {
      return this;
    }
    Map<String, Object> more = new LinkedHashMap<>(data);
    more.put(name, value);
    return new Act(actor, action, reason, more);
  }
}
