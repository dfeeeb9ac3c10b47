package org.citycase.audit;

import java.util.List;

/**
 * Which deeds are looked for.
 *
 * @param log whose; null for both
 * @param person who did it, a user or {@code rule}; empty for anybody
 * @param actions what was done; empty for anything
 */
public record DeedQuery(Log log, String person, List<String> actions, Span span) {

  /** The two logs of the house. */
  public enum Log {
    CASE,
    CONFIGURATION
  }

  /** What Cockpit or the engine's interface was used for beside the work on tasks (干预). */
  public static final String INTERVENE = "intervene";

  /** Somebody opened the name and phone number of a reporter. */
  public static final String READ_REPORTER = "readReporter";

  /** The name and phone number of a reporter were deleted. */
  public static final String ERASE_REPORTER = "eraseReporter";

  public DeedQuery {
    person = person == null ? "" : person.trim();
    actions = actions.stream().filter(action -> !action.isBlank()).toList();
  }

  /** Everything a person did. */
  public static DeedQuery by(String person, Span span) {
    return new DeedQuery(null, person, List.of(), span);
  }

  /** Every intervention. */
  public static DeedQuery interventions(Span span) {
    return new DeedQuery(Log.CASE, "", List.of(INTERVENE), span);
  }

  /** Every opening and deletion of personal data. */
  public static DeedQuery personalData(Span span) {
    return new DeedQuery(Log.CASE, "", List.of(READ_REPORTER, ERASE_REPORTER), span);
  }

  /** Every change of the configuration. */
  public static DeedQuery configuration(Span span) {
    return new DeedQuery(Log.CONFIGURATION, "", List.of(), span);
  }

  /** The same question about one person. */
  public DeedQuery of(String someone) {
    return new DeedQuery(log, someone, actions, span);
  }

  /** The same question about one action. */
  public DeedQuery doing(String action) {
    return new DeedQuery(log, person, List.of(action), span);
  }

  boolean asks(Log one) {
    return log == null || log == one;
  }
}
