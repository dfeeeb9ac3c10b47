package org.citycase.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/**
 * Notes the step when a case enters a sub-process (its id is the step's verb), and gives the case's
 * state to the gateways inside and behind it.
 */
@Component
class StepListener implements ExecutionListener {

  private final CaseFiles files;

  StepListener(CaseFiles files) {
    this.files = files;
  }

  @Override
  public void notify(DelegateExecution execution) {
    CaseFile file = files.get(execution.getProcessBusinessKey());
    if (execution.getEventName().equals(ExecutionListener.EVENTNAME_START)) {
      file.enter(execution.getCurrentActivityId());
    }
    CaseVariables.give(execution, CaseVariables.STATE, file.state().name());
  }
}
