package org.citycase.evaluate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.citycase.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component
class ScoreCaseDelegate implements JavaDelegate {

  private final Evaluation evaluation;

  ScoreCaseDelegate(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Object answer = evaluation.callsBack(execution.getProcessBusinessKey());
    CaseVariables.give(execution, CaseVariables.CALL_BACK, answer);
  }
}
