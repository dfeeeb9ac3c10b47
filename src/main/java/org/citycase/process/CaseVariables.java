package org.citycase.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The variables of the diagram, all of them scalars that a gateway or an assignment reads. They are
 * transient: each lives from the task or decision that gives it to the gateway that reads it, in
 * one transaction, and is never stored. So nothing stale is ever read, parallel tasks cannot mix up
 * their answers, and nobody can steer a case by writing a variable. The memory is the case file.
 */
public final class CaseVariables {

  /** What a task ended with, one of the outcomes its element declares. */
  public static final String OUTCOME = "outcome";

  /** Why; mandatory whenever a case goes back or is refused. */
  public static final String REASON = "reason";

  /** Who completed the task that led here. */
  public static final String ACTOR = "actor";

  /** Code of the responsible unit, for assignment: {@code unit-${unit}}. */
  public static final String UNIT = "unit";

  /** The candidate groups of the collectors of the case's grid, separated by commas. */
  public static final String COLLECTORS = "collectors";

  /** The state of the case, given at the start and the end of each sub-process. */
  public static final String STATE = "state";

  /** Whether quick handling closed the case: closed or normal. */
  public static final String QUICK = "quick";

  /** Who accepts the report: rule or person. */
  public static final String ACCEPT = "accept";

  /** What the filing standard says: automatic, ask or none. */
  public static final String FILING = "filing";

  /** How the case is dispatched: dispatched, person or coordinate. */
  public static final String DISPATCH = "dispatch";

  /** Who reviews the feedback: rule or person. */
  public static final String REVIEW = "review";

  /** What the closing standard says: automatic, ask or rework. */
  public static final String CLOSING = "closing";

  /** Whether there is a reporter to call back. */
  public static final String CALL_BACK = "callBack";

  /** What becomes of the work of a unit: fedBack, left, request or again. */
  public static final String WORK = "work";

  /** Which request of the unit is to be decided: extension, reviewExtension or hold. */
  public static final String REQUEST = "request";

  /** How the ladder of reminders goes on: further or substitute. */
  public static final String ESCALATION = "escalation";

  /** What a dissatisfied reporter gets: newCase, explain or none. */
  public static final String REDRESS = "redress";

  /** The co-units whose sub-task is still open, a list for the multi-instance task. */
  public static final String HELPERS = "helpers";

  private CaseVariables() {}

  /** Gives a variable to what follows in this transaction, whatever stands under its name. */
  public static void give(VariableScope scope, String name, Object value) {
    scope.setVariable(name, Variables.untypedValue(value, true));
  }

  /** The text of a variable that a completion brought along, trimmed; null when there is none. */
  public static String text(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    return value == null || value.toString().isBlank() ? null : value.toString().trim();
  }
}
