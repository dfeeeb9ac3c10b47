package org.citycase.evaluate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FollowUpDelegate implements JavaDelegate {

  private final LinkedCases linkedCases;

  FollowUpDelegate(LinkedCases linkedCases) {
    this.linkedCases = linkedCases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    linkedCases.followUp(execution.getProcessBusinessKey());
  }
}
