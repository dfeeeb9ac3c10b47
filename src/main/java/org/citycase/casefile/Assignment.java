package org.citycase.casefile;

import jakarta.persistence.Embeddable;
import java.util.List;
import org.citycase.Refusal;

/** Who handles a case, and what came of it: the main unit, those that help, the worker. */
@Embeddable
public class Assignment {

  private static final int LONGEST_NAME = 60;
  private static final int MOST_UNITS = 400;

  private String unit;
  private String coUnits;
  private String split;
  private boolean coordinated;
  private String handler;
  private String fedBackBy;
  private String result;

  protected Assignment() {}

  /** Gives the case to the one responsible unit. */
  public void to(String responsibleUnit) {
    unit = responsibleUnit;
    handler = null;
  }

  /** A coordinated case: co-units, and how the points are shared (main unit first). */
  public void coordinate(List<String> helpers, String shares) {
    coordinated = true;
    coUnits = helpers.isEmpty() ? null : atMost(MOST_UNITS, "coUnits", String.join(",", helpers));
    split = atMost(LONGEST_NAME, "split", shares);
  }

  private static String atMost(int longest, String name, String text) {
    if (text != null && text.length() > longest) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED, name, name + " holds at most " + longest + " characters.");
    }
    return text;
  }

  public void handledBy(String worker) {
    handler = atMost(LONGEST_NAME, "handler", worker);
  }

  void fedBack(String text, String person) {
    result = text;
    fedBackBy = person;
  }

  /** Code of the responsible unit, or null before dispatch. */
  public String unit() {
    return unit;
  }

  public List<String> coUnits() {
    return coUnits == null ? List.of() : List.of(coUnits.split(","));
  }

  public String split() {
    return split;
  }

  public boolean isCoordinated() {
    return coordinated;
  }

  /** Who does the work, as the unit named him. */
  public String handler() {
    return handler;
  }

  /** The user who fed back. */
  public String fedBackBy() {
    return fedBackBy;
  }

  /** What the unit says it did. */
  public String result() {
    return result;
  }
}
