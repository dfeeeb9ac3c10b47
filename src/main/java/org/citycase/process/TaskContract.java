package org.citycase.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What the diagram says of a user task beside its shape, read from its extension properties: the
 * stage whose limit it runs under, its closed list of outcomes with the variables each demands, and
 * variables that may come with any.
 *
 * <p>{@code stage=file}, {@code outcome.notFiled=reason}, {@code optional=condition}, and {@code
 * label.notFiled=不予立案 Not filed} for the form, {@code pauses=verify} for outcomes after which the
 * stage's clock waits for somebody's answer.
 */
public record TaskContract(
    String stage,
    List<Outcome> outcomes,
    List<String> optional,
    List<String> pauses,
    boolean hasRoom) {

  private static final String OUTCOME = "outcome.";
  private static final String LABEL = "label.";

  /** The stage that has no limit of its own: the case's handling clock runs. */
  static final String HANDLE = "handle";

  /** The stage that lasts until the hold ends by itself. */
  static final String HOLD = "hold";

  /** One way a task may end, and what has to be said with it. */
  public record Outcome(String name, String label, List<String> requires) {}

  static TaskContract of(Element userTask, boolean hasRoom) {
    Map<String, String> properties = properties(userTask);
    List<Outcome> outcomes = new ArrayList<>();
    properties.forEach(
        (name, value) -> {
          if (name.startsWith(OUTCOME)) {
            String outcome = name.substring(OUTCOME.length());
            outcomes.add(
                new Outcome(
                    outcome, properties.getOrDefault(LABEL + outcome, outcome), words(value)));
          }
        });
    return new TaskContract(
        properties.get("stage"),
        outcomes,
        words(properties.getOrDefault("optional", "")),
        words(properties.getOrDefault("pauses", "")),
        hasRoom);
  }

  private static Map<String, String> properties(Element userTask) {
    Map<String, String> properties = new LinkedHashMap<>();
    Element extensions = userTask.element("extensionElements");
    Element list = extensions == null ? null : extensions.element("properties");
    if (list != null) {
      list.elements("property")
          .forEach(one -> properties.put(one.attribute("name"), one.attribute("value")));
    }
    return properties;
  }

  private static List<String> words(String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text.trim().split("[\\s,]+"));
  }

  /** Whether the task runs under the case's own clock. */
  boolean isHandling() {
    return HANDLE.equals(stage);
  }

  /** Whether the task waits for the end of a hold. */
  boolean isHold() {
    return HOLD.equals(stage);
  }

  /** Whether the task runs under a limit of the table {@code stage-limits}. */
  boolean hasStage() {
    return stage != null && !stage.isBlank() && !isHandling() && !isHold();
  }

  /** The outcome of this name, or null. */
  Outcome outcome(String name) {
    return outcomes.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  /** Every variable that a completion of this task may bring. */
  Set<String> inputs() {
    Set<String> inputs = new TreeSet<>(optional);
    inputs.add(CaseVariables.OUTCOME);
    inputs.add(CaseVariables.REASON);
    outcomes.forEach(one -> inputs.addAll(one.requires()));
    return inputs;
  }

  String names() {
    return String.join(", ", outcomes.stream().map(Outcome::name).toList());
  }
}
