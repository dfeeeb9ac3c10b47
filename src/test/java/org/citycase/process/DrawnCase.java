package org.citycase.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The diagrams as they are drawn, read without an engine. */
final class DrawnCase {

  private static final List<BpmnModelInstance> MODELS =
      Stream.of("city-case", "appeal")
          .map(name -> Bpmn.readModelFromFile(Path.of("processes", name + ".bpmn").toFile()))
          .toList();

  private static final Pattern CONDITION =
      Pattern.compile("\\$\\{([a-z][A-Za-z]*) == (?:'([A-Za-z_]+)'|true|false)}");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private DrawnCase() {}

  static <T extends ModelElementInstance> Collection<T> all(Class<T> kind) {
    return MODELS.stream().flatMap(model -> model.getModelElementsByType(kind).stream()).toList();
  }

  static <T extends BaseElement> Set<String> ids(Class<T> kind) {
    return all(kind).stream().map(BaseElement::getId).collect(Collectors.toSet());
  }

  /**
   * The variable a flow's condition reads (group 1) and the value it is compared with (group 2).
   */
  static MatchResult condition(SequenceFlow flow) {
    String text = flow.getConditionExpression().getTextContent();
    Matcher condition = CONDITION.matcher(text);
    if (!condition.matches()) {
      throw new AssertionError(
          flow.getId() + " must compare one variable with one value, not " + text);
    }
    return condition.toMatchResult();
  }

  static List<MatchResult> conditions(ExclusiveGateway gateway) {
    return gateway.getOutgoing().stream()
        .filter(flow -> flow.getConditionExpression() != null)
        .map(DrawnCase::condition)
        .toList();
  }

  /** The answers a gateway's flows are named by. */
  static Set<String> answers(ExclusiveGateway gateway) {
    return gateway.getOutgoing().stream()
        .map(flow -> flow.getId().substring(flow.getId().lastIndexOf('_') + 1))
        .collect(Collectors.toSet());
  }

  /** What stands in <code>${…}</code>. */
  static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).toList();
  }

  static String property(UserTask task, String name) {
    return properties(task)
        .filter(property -> property.getCamundaName().equals(name))
        .map(CamundaProperty::getCamundaValue)
        .findFirst()
        .orElse(null);
  }

  /** The names behind a prefix: the outcomes of {@code outcome.…}. */
  static Set<String> named(UserTask task, String prefix) {
    return properties(task)
        .map(CamundaProperty::getCamundaName)
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .collect(Collectors.toSet());
  }

  private static Stream<CamundaProperty> properties(UserTask task) {
    return task
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaProperties.class)
        .singleResult()
        .getCamundaProperties()
        .stream();
  }

  static List<CamundaTaskListener> listeners(UserTask task) {
    return task.getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaTaskListener.class)
        .list();
  }

  /** Every bean the diagram calls, as it is written: <code>${fileCaseDelegate}</code>. */
  static Set<String> beans() {
    Stream<String> delegates =
        Stream.concat(
            all(ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression),
            all(BusinessRuleTask.class).stream()
                .map(BusinessRuleTask::getCamundaDelegateExpression));
    Stream<String> listeners =
        all(UserTask.class).stream()
            .flatMap(task -> listeners(task).stream())
            .map(CamundaTaskListener::getCamundaDelegateExpression);
    return Stream.concat(delegates, listeners).map(Objects::toString).collect(Collectors.toSet());
  }

  /** The simple names of all classes of the house. */
  static Set<String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
