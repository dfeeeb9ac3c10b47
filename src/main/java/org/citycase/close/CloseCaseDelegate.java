package org.citycase.close;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.citycase.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component
class CloseCaseDelegate implements JavaDelegate {

  private final Closure closure;

  CloseCaseDelegate(Closure closure) {
    this.closure = closure;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Object answer = closure.closeByRule(execution.getProcessBusinessKey());
    CaseVariables.give(execution, CaseVariables.CLOSING, answer);
  }
}
