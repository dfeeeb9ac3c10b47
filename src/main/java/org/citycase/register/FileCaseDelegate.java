package org.citycase.register;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.citycase.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component
class FileCaseDelegate implements JavaDelegate {

  private final Registration registration;

  FileCaseDelegate(Registration registration) {
    this.registration = registration;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Object answer = registration.fileByRule(execution.getProcessBusinessKey());
    CaseVariables.give(execution, CaseVariables.FILING, answer);
  }
}
