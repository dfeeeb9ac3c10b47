package org.citycase.supervise;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.citycase.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component
class EscalateCaseDelegate implements JavaDelegate {

  private final Escalations escalations;

  EscalateCaseDelegate(Escalations escalations) {
    this.escalations = escalations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Object answer = escalations.escalate(execution.getProcessBusinessKey());
    CaseVariables.give(execution, CaseVariables.ESCALATION, answer);
  }
}
