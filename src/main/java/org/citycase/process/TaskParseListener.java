package org.citycase.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Puts the house's law under every diagram that is deployed: each user task gets the check of its
 * outcome, its name and its due instant; each of the case's sub-processes notes the step. An owner
 * can draw what he likes; this cannot be drawn away.
 */
@Component
class TaskParseListener extends AbstractBpmnParseListener {

  static final String CONTRACT = "citycase.contract";

  private final TaskStartListener start;
  private final TaskCreateListener create;
  private final OutcomeListener outcome;
  private final TaskEndListener end;
  private final StepListener step;
  private final HelpersListener helpers;
  private final DiagramLaw law;

  TaskParseListener(
      TaskStartListener start,
      TaskCreateListener create,
      OutcomeListener outcome,
      TaskEndListener end,
      StepListener step,
      HelpersListener helpers,
      DiagramLaw law) {
    this.start = start;
    this.create = create;
    this.outcome = outcome;
    this.end = end;
    this.step = step;
    this.helpers = helpers;
    this.law = law;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    List<?> drawn = task.getTaskListeners().get(TaskListener.EVENTNAME_COMPLETE);
    TaskContract contract = TaskContract.of(element, drawn != null && !drawn.isEmpty());
    law.checkTask(element, contract);
    activity.setProperty(CONTRACT, contract);
    activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, start, 0);
    activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, end);
    task.addBuiltInTaskListener(
        TaskListener.EVENTNAME_CREATE, (TaskListener) created -> create.begin(created, contract));
    task.addBuiltInTaskListener(
        TaskListener.EVENTNAME_COMPLETE,
        (TaskListener) completed -> outcome.check(completed, contract));
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, end);
  }

  @Override
  public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (Boolean.parseBoolean(element.attribute("triggeredByEvent"))) {
      return;
    }
    if (scope instanceof ProcessDefinitionEntity) {
      activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, step);
    }
    activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, step);
  }

  @Override
  public void parseMultiInstanceLoopCharacteristics(
      Element element, Element characteristics, ActivityImpl body) {
    String collection = characteristics.attribute(DiagramVocabulary.CAMUNDA + ":collection");
    if (("${" + CaseVariables.HELPERS + "}").equals(collection)) {
      body.addBuiltInListener(ExecutionListener.EVENTNAME_START, helpers);
    }
  }

  @Override
  public void parseBoundaryTimerEventDefinition(
      Element definition, boolean interrupting, ActivityImpl timer) {
    keepRule(definition, timer);
  }

  @Override
  public void parseIntermediateTimerEventDefinition(Element definition, ActivityImpl timer) {
    keepRule(definition, timer);
  }

  private static void keepRule(Element definition, ActivityImpl timer) {
    Element date = definition.element("timeDate");
    timer.setProperty(TimerRule.PROPERTY, TimerRule.of(date == null ? null : date.getText()));
  }
}
