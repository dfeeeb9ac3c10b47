package org.citycase.collect;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.citycase.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component
class QuickHandlingDelegate implements JavaDelegate {

  private final QuickHandling quickHandling;

  QuickHandlingDelegate(QuickHandling quickHandling) {
    this.quickHandling = quickHandling;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean closed = quickHandling.close(execution.getProcessBusinessKey());
    CaseVariables.give(execution, CaseVariables.QUICK, closed ? "closed" : "normal");
  }
}
