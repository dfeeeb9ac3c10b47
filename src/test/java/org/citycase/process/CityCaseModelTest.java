package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycase.process.DrawnCase.all;
import static org.citycase.process.DrawnCase.condition;
import static org.citycase.process.DrawnCase.conditions;
import static org.citycase.process.DrawnCase.ids;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.Test;

/**
 * Reads the diagrams as their owners do, without an engine: an id that says nothing, a fork without
 * a default or an element nobody drew is found here, not when a case stands in front of it.
 */
class CityCaseModelTest {

  @Test
  void theStepsAreTheVerbsOfTheHouse() {
    assertThat(ids(SubProcess.class).stream().filter(id -> !id.startsWith("sub_")))
        .containsExactlyInAnyOrder(
            "collect", "register", "dispatch", "handle", "feedback", "verify", "close", "evaluate")
        .allSatisfy(step -> assertThat(Path.of("src/main/java/org/citycase", step)).isDirectory());
  }

  @Test
  void everyIdSaysWhatItIs() {
    assertThat(ids(UserTask.class)).allMatch(id -> id.matches("user_[a-z][A-Za-z]+"));
    assertThat(ids(ServiceTask.class)).allMatch(id -> id.matches("service_[a-z][A-Za-z]+"));
    assertThat(ids(BusinessRuleTask.class)).allMatch(id -> id.matches("decide_[a-z][A-Za-z]+"));
    assertThat(ids(ExclusiveGateway.class)).allMatch(id -> id.matches("gateway_[a-z][A-Za-z]+"));
    assertThat(ids(ParallelGateway.class)).allMatch(id -> id.matches("gateway_[a-z][A-Za-z]+"));
    assertThat(ids(BoundaryEvent.class)).allMatch(id -> id.matches("timer_[a-z][A-Za-z]+"));
    assertThat(ids(IntermediateCatchEvent.class))
        .allMatch(id -> id.matches("timer_[a-z][A-Za-z]+"));
    assertThat(ids(SubProcess.class)).allMatch(id -> id.matches("[a-z]+|sub_[a-z][A-Za-z]+"));
    assertThat(ids(StartEvent.class)).allMatch(id -> id.matches("start_[a-z][A-Za-z]+"));
    assertThat(ids(EndEvent.class)).allMatch(id -> id.matches("end_[a-z][A-Za-z]+"));
    assertThat(ids(TextAnnotation.class)).allMatch(id -> id.matches("note_[a-z][A-Za-z]+"));
    assertThat(ids(Association.class)).allMatch(id -> id.matches("tie_[a-z][A-Za-z]+"));
  }

  @Test
  void noOtherKindOfElementIsDrawn() {
    assertThat(all(FlowNode.class))
        .allMatch(
            node ->
                Stream.of(
                        UserTask.class,
                        ServiceTask.class,
                        BusinessRuleTask.class,
                        ExclusiveGateway.class,
                        ParallelGateway.class,
                        BoundaryEvent.class,
                        IntermediateCatchEvent.class,
                        StartEvent.class,
                        EndEvent.class,
                        SubProcess.class)
                    .anyMatch(kind -> kind.isInstance(node)));
  }

  @Test
  void aFlowIsNamedByTheAnswerOfItsGatewayOrByItsEnds() {
    for (SequenceFlow flow : all(SequenceFlow.class)) {
      FlowNode from = flow.getSource();
      if (from instanceof ExclusiveGateway) {
        String question = from.getId().substring("gateway_".length());
        assertThat(flow.getId()).matches("flow_" + question + "_[a-z][A-Za-z]+");
        assertThat(flow.getName()).as("label of " + flow.getId()).isNotBlank();
      } else {
        assertThat(flow.getId())
            .isEqualTo("flow_" + from.getId() + "_to_" + flow.getTarget().getId());
      }
    }
  }

  @Test
  void everyLabelIsInChineseAndEnglish() {
    assertThat(all(FlowNode.class))
        .allSatisfy(
            node ->
                assertThat(node.getName())
                    .as(node.getId())
                    .matches("(?s)[0-9 ]*\\p{IsHan}.*[A-Za-z].*"));
  }

  @Test
  void onlyGatewaysForkAndEveryQuestionHasADefault() {
    for (FlowNode node : all(FlowNode.class)) {
      if (node instanceof ParallelGateway) {
        assertThat(node.getIncoming()).as("a fork, never a join: " + node.getId()).hasSize(1);
        assertThat(node.getOutgoing())
            .hasSizeGreaterThan(1)
            .noneMatch(flow -> flow.getConditionExpression() != null);
      } else if (node.getOutgoing().size() > 1) {
        assertThat(node).isInstanceOf(ExclusiveGateway.class);
        SequenceFlow usual = ((ExclusiveGateway) node).getDefault();
        assertThat(usual).as("default of " + node.getId()).isNotNull();
        assertThat(node.getOutgoing())
            .allSatisfy(
                flow ->
                    assertThat(flow.getConditionExpression() == null)
                        .as(flow.getId())
                        .isEqualTo(flow.equals(usual)));
      }
    }
  }

  @Test
  void aGatewayComparesOneVariableWithSingleValues() {
    assertThat(all(ExclusiveGateway.class))
        .allSatisfy(
            gateway ->
                assertThat(conditions(gateway))
                    .as(gateway.getId())
                    .isNotEmpty()
                    .extracting(condition -> condition.group(1))
                    .containsOnly(conditions(gateway).get(0).group(1)));
  }

  @Test
  void everyTimerTakesItsInstantFromTheClock() {
    assertThat(all(TimerEventDefinition.class))
        .isNotEmpty()
        .allSatisfy(
            timer -> {
              assertThat(timer.getTimeDuration()).isNull();
              assertThat(timer.getTimeCycle()).isNull();
              assertThat(TimerRule.of(timer.getTimeDate().getTextContent())).isNotNull();
            });
  }

  @Test
  void everyEventSaysWhatItWaitsForAndStandsWhereItMay() {
    for (CatchEvent event : all(CatchEvent.class)) {
      if (event instanceof StartEvent start) {
        boolean byEvent =
            start.getParentElement() instanceof SubProcess step && step.triggeredByEvent();
        assertThat(start.getEventDefinitions()).as(start.getId()).hasSize(byEvent ? 1 : 0);
      } else {
        assertThat(kind(event)).as(event.getId()).isEqualTo(TimerEventDefinition.class);
      }
    }
    assertThat(all(MessageEventDefinition.class))
        .extracting(definition -> definition.getMessage().getName())
        .containsExactly("voidCase");
    assertThat(all(ErrorEventDefinition.class))
        .extracting(definition -> definition.getError().getErrorCode())
        .containsExactly("voided", "voided");
  }

  /**
   * Where something else may still run — the ladder beside the work, a co-unit beside the main one
   * — an end that closes the step has to close that too.
   */
  @Test
  void aStepThatForksIsClosedByItsTerminateEndsAlone() {
    for (String step : List.of("handle", "sub_doWork")) {
      assertThat(ends(step, TerminateEventDefinition.class)).as(step).isNotEmpty();
    }
    assertThat(ends("handle", TerminateEventDefinition.class))
        .containsExactlyInAnyOrder(
            "end_handled", "end_coordinated", "end_leftUnit", "end_substituted");
    assertThat(ends("sub_doWork", TerminateEventDefinition.class))
        .containsExactlyInAnyOrder("end_workDone", "end_workLeft", "end_workHeld");
    assertThat(ends("sub_voidCase", ErrorEventDefinition.class)).containsExactly("end_voidCase");
  }

  private static List<String> ends(String step, Class<? extends EventDefinition> kind) {
    return all(EndEvent.class).stream()
        .filter(end -> ((BaseElement) end.getParentElement()).getId().equals(step))
        .filter(end -> end.getEventDefinitions().stream().anyMatch(kind::isInstance))
        .map(BaseElement::getId)
        .toList();
  }

  private static Class<?> kind(CatchEvent event) {
    return event.getEventDefinitions().stream()
        .findFirst()
        .<Class<?>>map(definition -> definition.getElementType().getInstanceType())
        .orElse(null);
  }

  @Test
  void nothingRunsBesideTheCaller() {
    assertThat(all(FlowNode.class))
        .noneMatch(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter());
  }

  @Test
  void everyElementIsDrawn() {
    Set<String> drawn =
        Stream.concat(
                all(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                all(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
            .map(BaseElement::getId)
            .collect(Collectors.toSet());
    Set<String> elements = new TreeSet<>();
    for (Class<? extends BaseElement> kind :
        List.of(FlowNode.class, SequenceFlow.class, TextAnnotation.class, Association.class)) {
      elements.addAll(ids(kind));
    }
    assertThat(drawn).containsExactlyInAnyOrderElementsOf(elements);
  }
}
