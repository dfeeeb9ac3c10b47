package org.citycase.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.StageClocks;
import org.springframework.stereotype.Component;

/**
 * When a user task ends: gives the state the case came to, for the gateway behind it, and ends the
 * stage's clock of a task that nobody completed because the case went another way.
 */
@Component
class TaskEndListener implements ExecutionListener, TaskListener {

  private final CaseFiles files;
  private final StageClocks stages;

  TaskEndListener(CaseFiles files, StageClocks stages) {
    this.files = files;
    this.stages = stages;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (!((ExecutionEntity) execution).isCanceled()) {
      String number = execution.getProcessBusinessKey();
      CaseVariables.give(execution, CaseVariables.STATE, files.get(number).state().name());
    }
  }

  @Override
  public void notify(DelegateTask withdrawn) {
    stages.end(withdrawn.getId(), null, false);
  }
}
