package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycase.process.DrawnCase.all;
import static org.citycase.process.DrawnCase.answers;
import static org.citycase.process.DrawnCase.beans;
import static org.citycase.process.DrawnCase.classes;
import static org.citycase.process.DrawnCase.condition;
import static org.citycase.process.DrawnCase.conditions;
import static org.citycase.process.DrawnCase.listeners;
import static org.citycase.process.DrawnCase.named;
import static org.citycase.process.DrawnCase.placeholders;
import static org.citycase.process.DrawnCase.property;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.junit.jupiter.api.Test;

/**
 * The diagrams name forms, listeners, delegates, variables and templates that live elsewhere: each
 * must exist on both sides, or a case stops in front of a dispatcher.
 */
class CityCaseTasksTest {

  private static final Set<String> STAGES =
      Set.of(
          "accept",
          "verify",
          "file",
          "dispatch",
          "coordinate",
          "handle",
          "hold",
          "review",
          "check",
          "close",
          "callBack",
          "decide",
          "substitute",
          "appeal");

  /** The co-unit of one sub-task, a variable of the loop alone. */
  private static final String HELPER = "helper";

  @Test
  void everyVariableTheDiagramReadsIsDeclared() throws IllegalAccessException {
    Set<String> declared = new TreeSet<>();
    for (Field constant : CaseVariables.class.getFields()) {
      if (Modifier.isStatic(constant.getModifiers()) && constant.getType() == String.class) {
        declared.add((String) constant.get(null));
      }
    }
    Set<String> read = new TreeSet<>();
    all(ExclusiveGateway.class)
        .forEach(gateway -> conditions(gateway).forEach(one -> read.add(one.group(1))));
    all(UserTask.class)
        .forEach(task -> read.addAll(placeholders(task.getCamundaCandidateGroups())));
    all(MultiInstanceLoopCharacteristics.class)
        .forEach(
            loop -> {
              assertThat(loop.getCamundaElementVariable()).isEqualTo(HELPER);
              read.addAll(placeholders(loop.getCamundaCollection()));
            });
    read.remove(HELPER);
    assertThat(read).isNotEmpty().isSubsetOf(declared);
  }

  @Test
  void aGatewayBehindATaskReadsItsOutcomeOrWhatTheRoomMadeOfIt() {
    Set<String> made = Set.of(CaseVariables.STATE, CaseVariables.WORK, CaseVariables.REDRESS);
    for (UserTask task : all(UserTask.class)) {
      FlowNode next = task.getOutgoing().iterator().next().getTarget();
      if (next instanceof ExclusiveGateway gateway) {
        String read = conditions(gateway).get(0).group(1);
        if (read.equals(CaseVariables.OUTCOME)) {
          assertThat(answers(gateway)).as(gateway.getId()).isEqualTo(named(task, "outcome."));
          for (SequenceFlow flow : gateway.getOutgoing()) {
            if (flow.getConditionExpression() != null) {
              assertThat(flow.getId()).endsWith("_" + condition(flow).group(2));
            }
          }
        } else {
          assertThat(made).as(gateway.getId()).contains(read);
        }
      }
    }
  }

  @Test
  void everyUserTaskHasStageOutcomesGroupFormAndListener() {
    for (UserTask task : all(UserTask.class)) {
      String stage = property(task, "stage");
      assertThat(stage).as(task.getId()).isIn(STAGES);
      assertThat(named(task, "outcome."))
          .as(task.getId())
          .isNotEmpty()
          .isEqualTo(named(task, "label."));
      assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank();
      assertThat(task.getCamundaFormKey())
          .isEqualTo("embedded:/forms/tasks/" + task.getId() + ".html");
      assertThat(Path.of("forms/tasks", task.getId() + ".html")).isRegularFile();
      assertThat(listeners(task))
          .singleElement()
          .satisfies(
              listener -> {
                assertThat(listener.getCamundaEvent()).isEqualTo("complete");
                assertThat(listener.getCamundaDelegateExpression())
                    .isEqualTo("${" + task.getId().substring("user_".length()) + "Listener}");
              });
    }
  }

  @Test
  void everyDelegateAndListenerIsAClassOfTheHouse() throws IOException {
    Set<String> classes = classes();
    assertThat(beans())
        .isNotEmpty()
        .allMatch(bean -> bean.matches("\\$\\{[a-z][A-Za-z]+(Delegate|Listener)}"))
        .flatMap(DrawnCase::placeholders)
        .extracting(bean -> bean.substring(0, 1).toUpperCase(Locale.ROOT) + bean.substring(1))
        .allMatch(classes::contains);
  }

  @Test
  void everyNoticeHasItsTemplate() {
    assertThat(fields("document"))
        .isNotEmpty()
        .allSatisfy(
            document -> assertThat(Path.of("forms/documents", document + ".vm")).isRegularFile());
    assertThat(fields("to"))
        .hasSameSizeAs(fields("document"))
        .allMatch(recipient -> recipient.matches("unit|reporter"));
  }

  private static List<String> fields(String name) {
    return all(CamundaField.class).stream()
        .filter(field -> field.getCamundaName().equals(name))
        .map(
            field ->
                field.getCamundaStringValue() != null
                    ? field.getCamundaStringValue()
                    : field.getCamundaString().getTextContent())
        .toList();
  }
}
