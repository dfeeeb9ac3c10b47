package org.citycase.process;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What a person said by completing a task: already checked against the task's contract.
 *
 * @param began when the task was created
 */
public record Completion(
    String caseNumber,
    String person,
    String outcome,
    String reason,
    Instant began,
    Inputs inputs,
    Answers answers) {

  /** The further variables of the completion, trimmed; null when one was not sent. */
  @FunctionalInterface
  public interface Inputs {
    Object get(String name);
  }

  /** Where a room leaves what the gateway behind the task reads. */
  @FunctionalInterface
  public interface Answers {
    void give(String name, Object value);
  }

  /** What was said with this completion. */
  public static Completion of(DelegateTask task) {
    return new Completion(
        task.getExecution().getProcessBusinessKey(),
        CaseVariables.text(task, CaseVariables.ACTOR),
        CaseVariables.text(task, CaseVariables.OUTCOME),
        CaseVariables.text(task, CaseVariables.REASON),
        task.getCreateTime().toInstant(),
        task::getVariable,
        (name, value) -> CaseVariables.give(task, name, value));
  }

  /** Gives the answer of the room to the gateway behind the task. */
  public void answer(String name, Object value) {
    answers.give(name, value);
  }

  /** A further variable as text, trimmed; null when it was not sent. */
  public String text(String name) {
    Object value = inputs.get(name);
    return value == null || value.toString().isBlank() ? null : value.toString().trim();
  }
}
