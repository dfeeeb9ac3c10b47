package org.citycase.process;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.citycase.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What somebody asks of a case from outside its tasks, handed to the diagram. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseMessages {

  private static final String VOID = "voidCase";

  private final RuntimeService runtime;

  CaseMessages(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /** Somebody asks for the case to be voided (T27). */
  public void askVoid(String caseNumber) {
    try {
      runtime.createMessageCorrelation(VOID).processInstanceBusinessKey(caseNumber).correlate();
    } catch (MismatchingMessageCorrelationException notDrawn) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "The diagram that case %s runs on has no start for the message %s: its process owner has to"
                  .formatted(caseNumber, VOID)
              + " draw one.");
    }
  }

  /** The unit appeals against the overdue mark of a closed case (申诉). */
  public void startAppeal(String caseNumber) {
    runtime.startProcessInstanceByKey(CaseProcess.APPEAL, caseNumber);
  }
}
