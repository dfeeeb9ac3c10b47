package org.citycase.supervise;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class EscalateReworkDelegate implements JavaDelegate {

  private final Escalations escalations;

  EscalateReworkDelegate(Escalations escalations) {
    this.escalations = escalations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    escalations.failedCheck(execution.getProcessBusinessKey());
  }
}
