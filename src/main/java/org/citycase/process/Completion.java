package org.citycase.process;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What a person said by completing a task: already checked against the task's contract.
 *
 * @param began when the task was created
 */
public record Completion(
    String caseNumber, String person, String outcome, String reason, Instant began, Inputs inputs) {

  /** The further variables of the completion, trimmed; null when one was not sent. */
  @FunctionalInterface
  public interface Inputs {
    Object get(String name);
  }

  /** What was said with this completion. */
  public static Completion of(DelegateTask task) {
    return new Completion(
        task.getExecution().getProcessBusinessKey(),
        CaseVariables.text(task, CaseVariables.ACTOR),
        CaseVariables.text(task, CaseVariables.OUTCOME),
        CaseVariables.text(task, CaseVariables.REASON),
        task.getCreateTime().toInstant(),
        task::getVariable);
  }

  /** A further variable as text, trimmed; null when it was not sent. */
  public String text(String name) {
    Object value = inputs.get(name);
    return value == null || value.toString().isBlank() ? null : value.toString().trim();
  }
}
