package org.citycase.casefile;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import org.citycase.Refusal;

/** Who handles a case, and what came of it: the main unit, those that help, the worker. */
@Embeddable
public class Assignment {

  private static final int LONGEST_NAME = 60;
  private static final int MOST_UNITS = 400;
  private static final int LONGEST_CONTRACTOR = 100;

  private String unit;
  private String coUnits;
  private String coDone;
  private String split;
  private boolean coordinated;
  private String firstUnit;
  private boolean moved;
  private String acceptedBy;
  private String handler;
  private String fedBackBy;
  private String result;
  private String contractor;
  private BigDecimal substituteCost;

  protected Assignment() {}

  /** Gives the case to the one responsible unit. */
  void to(String responsibleUnit) {
    moved = moved || unit != null && !unit.equals(responsibleUnit);
    firstUnit = firstUnit == null ? responsibleUnit : firstUnit;
    unit = responsibleUnit;
    acceptedBy = null;
    handler = null;
  }

  /** A coordinated case: co-units, and how the points are shared (main unit first). */
  public void coordinate(List<String> helpers, String shares) {
    coordinated = true;
    coUnits = helpers.isEmpty() ? null : atMost(MOST_UNITS, "coUnits", String.join(",", helpers));
    coDone = null;
    split = atMost(LONGEST_NAME, "split", shares);
  }

  private static String atMost(int longest, String name, String text) {
    if (text != null && text.length() > longest) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED, name, name + " holds at most " + longest + " characters.");
    }
    return text;
  }

  /** The unit takes the work on; who accepts it may name somebody else to do it. */
  public void accepted(String person, String worker) {
    acceptedBy = person;
    handler = atMost(LONGEST_NAME, "handler", worker == null ? person : worker);
  }

  /** 会办: the co-unit finished its sub-task. */
  public void helpedBy(String coUnit) {
    coDone = coDone == null ? coUnit : coDone + "," + coUnit;
  }

  void fedBack(String text, String person) {
    result = text;
    fedBackBy = person;
  }

  void orderSubstitute(String name) {
    contractor = atMost(LONGEST_CONTRACTOR, "contractor", name);
  }

  void substituted(BigDecimal cost) {
    substituteCost = cost;
  }

  /** Code of the responsible unit, or null before dispatch. */
  public String unit() {
    return unit;
  }

  public List<String> coUnits() {
    return coUnits == null ? List.of() : List.of(coUnits.split(","));
  }

  /** The co-units that finished their sub-task. */
  public List<String> helped() {
    return coDone == null ? List.of() : List.of(coDone.split(","));
  }

  /** The co-units whose sub-task is not finished yet. */
  public List<String> stillToHelp() {
    List<String> done = helped();
    return coUnits().stream().filter(helper -> !done.contains(helper)).toList();
  }

  /** How the points are shared, main unit first, e.g. {@code 60/40}; null for the usual way. */
  public String split() {
    return split;
  }

  public boolean isCoordinated() {
    return coordinated;
  }

  /** 首接: the unit that got the case first; null before dispatch. */
  public String firstUnit() {
    return firstUnit;
  }

  /** 准确派遣: the case was never moved from one unit to another. */
  public boolean isAccurate() {
    return !moved;
  }

  /** Whether a request of this person is reviewed by the unit first: of a handler whom it named. */
  boolean isReviewedFor(String person) {
    return person.equals(handler) && acceptedBy != null && !person.equals(acceptedBy);
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

  /** Who was ordered to do the work in place of the unit, or null. */
  public String contractor() {
    return contractor;
  }

  /** What the contractor's work cost; the unit is charged with it. */
  public BigDecimal substituteCost() {
    return substituteCost;
  }
}
