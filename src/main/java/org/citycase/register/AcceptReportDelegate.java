package org.citycase.register;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.citycase.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component
class AcceptReportDelegate implements JavaDelegate {

  private final Acceptance acceptance;

  AcceptReportDelegate(Acceptance acceptance) {
    this.acceptance = acceptance;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Object answer = acceptance.acceptByRule(execution.getProcessBusinessKey());
    CaseVariables.give(execution, CaseVariables.ACCEPT, answer);
  }
}
