package org.citycase.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.citycase.casefile.CaseState;
import org.citycase.process.CaseVariables;

/** An empty room: only gives the gateways and assignments what leads the case along its walk. */
final class BareRoom implements JavaDelegate, TaskListener {

  private final CaseState leaves;

  /** Injected by the engine where the diagram has a field; not read. */
  @SuppressWarnings("unused")
  private Expression document;

  @SuppressWarnings("unused")
  private Expression to;

  private BareRoom(CaseState leaves) {
    this.leaves = leaves;
  }

  /** All rooms by their names in the diagram, each with the state in which the case leaves it. */
  static Map<Object, Object> all() {
    Map<Object, Object> rooms = new HashMap<>();
    add(rooms, CaseState.TO_FILE, "quickHandlingDelegate", "acceptReportDelegate");
    add(rooms, CaseState.TO_FILE, "acceptReportListener", "verifyReportListener");
    add(rooms, CaseState.TO_DISPATCH, "fileCaseDelegate", "fileCaseListener");
    add(rooms, CaseState.DISPATCHED, "dispatchCaseDelegate", "dispatchCaseListener");
    add(rooms, CaseState.HANDLING, "acceptWorkListener");
    add(rooms, CaseState.FEEDBACK, "handleCaseListener");
    add(rooms, CaseState.CHECKING, "reviewFeedbackDelegate", "reviewFeedbackListener");
    add(rooms, CaseState.TO_CLOSE, "checkOnSiteListener");
    add(rooms, CaseState.CLOSED, "closeCaseDelegate", "closeCaseListener");
    add(rooms, CaseState.CLOSED, "scoreCaseDelegate", "callBackListener");
    add(rooms, CaseState.CLOSED, "followUpDelegate");
    add(rooms, null, "noticeDelegate");
    rooms.put("stageTimer", new BareTimer());
    return rooms;
  }

  private static void add(Map<Object, Object> rooms, CaseState leaves, String... names) {
    for (String name : names) {
      rooms.put(name, new BareRoom(leaves));
    }
  }

  @Override
  public void execute(DelegateExecution execution) {
    lead(execution, execution.getProcessBusinessKey());
  }

  @Override
  public void notify(DelegateTask task) {
    lead(task, task.getExecution().getProcessBusinessKey());
  }

  private void lead(VariableScope scope, String caseNumber) {
    if (leaves == null) {
      return;
    }
    Walk walk = Walk.of(Integer.parseInt(caseNumber));
    give(scope, CaseVariables.STATE, leaves.name());
    give(scope, CaseVariables.UNIT, walk.unit);
    give(scope, CaseVariables.COLLECTORS, "collectors");
    give(scope, CaseVariables.QUICK, "normal");
    give(scope, CaseVariables.ACCEPT, walk.has("user_acceptReport") ? "person" : "rule");
    give(scope, CaseVariables.FILING, walk.has("user_fileCase") ? "ask" : "automatic");
    give(scope, CaseVariables.DISPATCH, walk.has("user_dispatchCase") ? "person" : "dispatched");
    give(scope, CaseVariables.REVIEW, "person");
    give(scope, CaseVariables.WORK, "fedBack");
    give(scope, CaseVariables.HELPERS, List.of());
    give(scope, CaseVariables.REDRESS, "none");
    give(scope, CaseVariables.CLOSING, "ask");
    give(scope, CaseVariables.CALL_BACK, walk.has("user_callBack"));
  }

  private static void give(VariableScope scope, String name, Object value) {
    scope.setVariable(name, Variables.untypedValue(value, true));
  }
}
