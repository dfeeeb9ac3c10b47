package org.citycase.process;

import java.nio.file.Files;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.citycase.ContentFolder;
import org.citycase.clock.StageLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What may stand in a diagram. An owner leads cases with it; he cannot run code on the server, and
 * what names nothing is refused when it is deployed, not when the first case meets it.
 */
@Component
class DiagramLaw {

  private static final Logger LOG = LoggerFactory.getLogger(DiagramLaw.class);
  private static final String CAMUNDA = DiagramVocabulary.CAMUNDA + ":";
  private static final String FORMS = "embedded:/forms/tasks/";
  private static final int MOST_AT_ONCE = 100;
  private static final int MOST_OF_A_LIST = 10;

  private static final String RETRIES_EXAMPLE =
      "at most five waits like PT10S,PT1M,PT5M or R3/PT1M";
  private static final String WAIT = "PT([5-9]|[1-9]\\d{1,2})S|PT[1-9]\\d{0,2}M|PT[1-9]\\d?H";
  private static final Pattern RETRIES =
      Pattern.compile("(%1$s)(,\\s*(%1$s)){0,4}|R[1-5]/(%1$s)".formatted(WAIT));

  private static final Set<String> TIME_BESIDE_THE_CLOCK = Set.of("timeDuration", "timeCycle");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  /** Parts of an element have ids too, which no owner ever sees. */
  private static final Pattern PART =
      Pattern.compile("time.*|.*EventDefinition|.*Expression|.*Characteristics|.*[cC]ondition");

  private final ContentFolder content;
  private final ObjectProvider<StageLimits> stages;
  private final DiagramVocabulary words;
  private final PlainExpressions expressions;
  private final NamedDelegates delegates;

  DiagramLaw(
      BeanFactory beans,
      ContentFolder content,
      ObjectProvider<StageLimits> stages,
      @Value("${citycase.scripts:false}") boolean scripts) {
    this.content = content;
    this.stages = stages;
    this.words = new DiagramVocabulary(scripts);
    this.expressions = new PlainExpressions(beans);
    this.delegates = new NamedDelegates(beans);
  }

  /**
   * Refuses the diagram with the element that must not be in it: its processes, and what stands
   * beside them (messages, signals, errors). A diagram that is in force already is read again: the
   * cases on it go on and the log tells what the law has against it, unless it names code.
   */
  void check(Element diagram) {
    if (DeployingInterceptor.isDeploying()) {
      whole(diagram);
      return;
    }
    words.refuseCode(diagram, "definitions");
    try {
      whole(diagram);
    } catch (BadUserRequestException broken) {
      LOG.warn(
          "A diagram in force would be refused today, deploy a mended one: {}",
          broken.getMessage());
    }
  }

  private void whole(Element diagram) {
    for (Element part : diagram.elements()) {
      if (!part.getTagName().equals("BPMNDiagram")) {
        walk(part, Objects.requireNonNullElse(part.attribute("id"), part.getTagName()));
        manyInMany(part, 1);
      }
    }
    diagram.elements("process").forEach(EndlessWay::refuse);
    diagram.elements("process").forEach(DiagramLaw::refuseWithoutStart);
  }

  private void walk(Element element, String nearestId) {
    String id = isDrawn(element) ? element.attribute("id") : nearestId;
    words.check(element, id);
    time(element, id);
    retries(element, id);
    delegates.check(element, id);
    element.attributes().stream()
        .filter(name -> !name.endsWith(NamedDelegates.ATTRIBUTE))
        .forEach(name -> expressions.check(element.attribute(name), id));
    if (!element.getTagName().equals("timeDate")) {
      expressions.check(element.getText(), id);
    }
    element.elements().forEach(child -> walk(child, id));
  }

  private static boolean isDrawn(Element element) {
    return element.attribute("id") != null
        && !DiagramVocabulary.isExtension(element)
        && !PART.matcher(element.getTagName()).matches();
  }

  private static void time(Element element, String id) {
    String tag = element.getTagName();
    if (tag.equals("startEvent") && element.element("timerEventDefinition") != null) {
      throw refused(id, "starts by a timer", "a timer on a task or between two elements");
    }
    if ("timeout".equals(element.attribute("event"))) {
      throw refused(id, "has a listener for a timeout", "a timer drawn on the task");
    }
    if (TIME_BESIDE_THE_CLOCK.contains(tag)) {
      throw refused(
          id,
          "waits for a " + tag + ", which knows no working hours and no pause",
          "a timeDate with " + TimerRule.EXAMPLES);
    }
    if (tag.equals("timeDate") && TimerRule.of(element.getText()) == null) {
      throw refused(
          id,
          "waits for '" + element.getText().trim() + "', which no clock of a case gives",
          TimerRule.EXAMPLES);
    }
    if (tag.equals("loopCardinality") && isTooMany(element.getText().trim())) {
      throw refused(id, "has the loopCardinality " + element.getText().trim(), "100 or less");
    }
  }

  /** Many in each of many are as many as both multiplied. */
  private static void manyInMany(Element element, int outside) {
    int all = outside;
    Element many = element.element("multiInstanceLoopCharacteristics");
    if (many != null) {
      Element times = many.element("loopCardinality");
      all *= times == null ? MOST_OF_A_LIST : Integer.parseInt(times.getText().trim());
    }
    if (all > MOST_AT_ONCE) {
      throw refused(
          element.attribute("id"),
          "is done " + all + " times at once with what is round it (a list counts as 10)",
          "100 or less in all");
    }
    int inside = all;
    element.elements().forEach(part -> manyInMany(part, inside));
  }

  /** A retry follows the failure after a while, and some day there is none. */
  private static void retries(Element element, String id) {
    if (!element.getTagName().equals("failedJobRetryTimeCycle")) {
      return;
    }
    String cycle = element.getText().strip();
    if (!RETRIES.matcher(cycle).matches()) {
      throw refused(id, "is tried again by '" + cycle + "'", RETRIES_EXAMPLE);
    }
  }

  private static boolean isTooMany(String times) {
    return !NUMBER.matcher(times).matches() || Integer.parseInt(times) > MOST_AT_ONCE;
  }

  /** Every report would be refused when the diagram of cases could not begin with it. */
  private static void refuseWithoutStart(Element process) {
    if (CaseProcess.DIAGRAMS.contains(process.attribute("id"))
        && process.elements("startEvent").stream().noneMatch(DiagramLaw::isPlain)) {
      throw refused(
          process.attribute("id"), "has no plain start", "a start event without a condition");
    }
  }

  private static boolean isPlain(Element start) {
    return start.elements().stream().noneMatch(part -> part.getTagName().endsWith("Definition"));
  }

  /** Refuses a user task that nobody could open, see or do in time. */
  void checkTask(Element task, TaskContract contract) {
    if (!DeployingInterceptor.isDeploying()) {
      return;
    }
    String id = task.attribute("id");
    if (contract.outcomes().isEmpty()) {
      throw refused(
          id,
          "declares no outcome",
          "an extension property outcome.<name> for each way it may end, with the variables it"
              + " demands as the value");
    }
    if (isBlank(task.attribute(CAMUNDA + "candidateGroups"))) {
      throw refused(id, "has no candidate group", "the group that does it");
    }
    String form = task.attribute(CAMUNDA + "formKey");
    if (isBlank(form)
        || !form.matches(Pattern.quote(FORMS) + "[A-Za-z_]+\\.html")
        || !Files.isRegularFile(
            content.forms().resolve("tasks").resolve(form.substring(FORMS.length())))) {
      throw refused(id, "has no form of forms/tasks (" + form + ")", FORMS + "task.html");
    }
    String stage = contract.stage();
    if (contract.hasStage() && !stages.getObject().knows(stage)) {
      throw refused(
          id, "runs under stage '" + stage + "', which stage-limits has no row for", "handle");
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  static BadUserRequestException refused(String id, String why, String instead) {
    return new BadUserRequestException(
        "Element '" + id + "' " + why + ". Use " + instead + " instead.");
  }
}
