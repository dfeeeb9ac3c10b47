package org.citycase.dispatch;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ResumeCaseDelegate implements JavaDelegate {

  private final Holds holds;

  ResumeCaseDelegate(Holds holds) {
    this.holds = holds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    holds.resumeByRule(execution.getProcessBusinessKey());
  }
}
