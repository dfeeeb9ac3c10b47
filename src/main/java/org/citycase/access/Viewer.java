package org.citycase.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who asks: the user and the groups he belongs to. Units are groups named {@code
 * unit-<code>}; a collector's area is a group named {@code collectors-<code of a district, a
 * sub-district, a community or a grid>}.
 */
public record Viewer(String user, Set<String> groups) {

  /** A citizen who has not signed in. */
  public static final Viewer PUBLIC = new Viewer("public", Set.of());

  private static final String UNIT = "unit-";
  private static final String AREA = "collectors-";

  /** The desks (岗位) of every city, each a group of the user store. */
  public static final List<String> DESKS =
      List.of(
          "collectors",
          "operators",
          "duty-leaders",
          "dispatchers",
          "coordinators",
          "inspectors",
          "evaluators",
          "process-owners",
          "auditors",
          "leaders",
          "camunda-admin");

  /** Who looks across all cases and people: the trace. */
  static final Set<String> AUDIT =
      Set.of("auditors", "inspectors", "leaders", "process-owners", "camunda-admin");

  private static final Set<String> READ_ONLY =
      Set.of("auditors", "leaders", "process-owners", "evaluators");

  public boolean isIn(String group) {
    return groups.contains(group);
  }

  /** The centres see every case; units and collectors see their own only. */
  public boolean seesEveryCase() {
    return groups.stream().anyMatch(Viewer::isOfTheCentres);
  }

  private static boolean isOfTheCentres(String group) {
    return DESKS.contains(group) && !group.equals("collectors");
  }

  /** Whether the viewer belongs to nobody but those who look and change nothing. */
  public boolean onlyReads() {
    return READ_ONLY.containsAll(groups);
  }

  /** Whether the viewer looks across all cases and people: the trace (追溯) and its proofs. */
  public boolean audits() {
    return groups.stream().anyMatch(AUDIT::contains);
  }

  /** Codes of the units the viewer works for. */
  public List<String> units() {
    return named(UNIT);
  }

  /**
   * Codes of the areas the viewer patrols; a grid lies in an area whose code begins its own. Who
   * patrols the whole city has the empty code.
   */
  public List<String> areas() {
    return named(AREA).stream().map(area -> area.equals("city") ? "" : area).toList();
  }

  /** Personal data of reporters is for those who answer them. */
  public boolean seesReporters() {
    return groups.stream().anyMatch(Set.of("operators", "duty-leaders")::contains);
  }

  private List<String> named(String prefix) {
    return groups.stream()
        .filter(group -> group.startsWith(prefix))
        .map(group -> group.substring(prefix.length()))
        .sorted()
        .collect(Collectors.toList());
  }
}
