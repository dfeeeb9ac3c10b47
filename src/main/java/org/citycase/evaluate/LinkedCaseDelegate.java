package org.citycase.evaluate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.citycase.casefile.Act;
import org.citycase.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component
class LinkedCaseDelegate implements JavaDelegate {

  private final LinkedCases linkedCases;

  LinkedCaseDelegate(LinkedCases linkedCases) {
    this.linkedCases = linkedCases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caller = CaseVariables.text(execution, CaseVariables.ACTOR);
    linkedCases.reopen(execution.getProcessBusinessKey(), caller == null ? Act.RULE : caller);
  }
}
