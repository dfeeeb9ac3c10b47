package org.citycase.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.citycase.casefile.CaseFiles;
import org.springframework.stereotype.Component;

/** Before joint work (会办) is shared out, gives the co-units whose sub-task is still to do. */
@Component
class HelpersListener implements ExecutionListener {

  private final CaseFiles files;

  HelpersListener(CaseFiles files) {
    this.files = files;
  }

  @Override
  public void notify(DelegateExecution execution) {
    CaseVariables.give(
        execution,
        CaseVariables.HELPERS,
        files.get(execution.getProcessBusinessKey()).assignment().stillToHelp());
  }
}
