package org.citycase.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.standard.Grids;
import org.citycase.standard.People;
import org.springframework.stereotype.Component;

/**
 * Before a user task is assigned, gives what assignments read: the responsible unit and the
 * collectors of the grid, fresh from the case file.
 */
@Component
class TaskStartListener implements ExecutionListener {

  private final CaseFiles files;
  private final Grids grids;
  private final People people;

  TaskStartListener(CaseFiles files, Grids grids, People people) {
    this.files = files;
    this.grids = grids;
    this.people = people;
  }

  @Override
  public void notify(DelegateExecution execution) {
    CaseFile file = files.get(execution.getProcessBusinessKey());
    CaseVariables.give(execution, CaseVariables.UNIT, file.assignment().unit());
    String collectors =
        grids
            .find(file.place().grid())
            .map(grid -> String.join(",", people.collectorGroups(grid)))
            .orElse("collectors");
    CaseVariables.give(execution, CaseVariables.COLLECTORS, collectors);
  }
}
