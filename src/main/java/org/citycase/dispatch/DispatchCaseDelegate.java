package org.citycase.dispatch;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.citycase.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component
class DispatchCaseDelegate implements JavaDelegate {

  private final Dispatching dispatching;

  DispatchCaseDelegate(Dispatching dispatching) {
    this.dispatching = dispatching;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Object answer = dispatching.dispatchByRule(execution.getProcessBusinessKey());
    CaseVariables.give(execution, CaseVariables.DISPATCH, answer);
  }
}
