package org.citycase.process;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.citycase.ContentFolder;
import org.citycase.clock.StageLimits;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/**
 * What may stand in a diagram. An owner leads cases with it; he cannot run code on the server, and
 * what names nothing is refused when it is deployed, not when the first case meets it.
 */
@Component
class DiagramLaw {

  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn:";
  private static final String FORMS = "embedded:/forms/tasks/";

  private static final Set<String> CODE =
      Set.of("scriptTask", "script", "connector", "inputOutput", "formData");
  private static final Set<String> TIME_BESIDE_THE_CLOCK = Set.of("timeDuration", "timeCycle");
  private static final List<String> CODE_ATTRIBUTES =
      List.of(CAMUNDA + "class", CAMUNDA + "expression", CAMUNDA + "type");

  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}?");
  private static final Pattern PLAIN =
      Pattern.compile("\\$\\{\\w+(\\s*(==|!=)\\s*('[^']*'|true|false|-?\\d+))?}");

  private final BeanFactory beans;
  private final ContentFolder content;
  private final ObjectProvider<StageLimits> stages;

  DiagramLaw(BeanFactory beans, ContentFolder content, ObjectProvider<StageLimits> stages) {
    this.beans = beans;
    this.content = content;
    this.stages = stages;
  }

  /**
   * Refuses the process with the element that must not be in it. A diagram that is in force already
   * is only read again: the cases on it go on.
   */
  void check(Element process) {
    if (DeployingInterceptor.isDeploying()) {
      walk(process, process.attribute("id"));
    }
  }

  private void walk(Element element, String nearestId) {
    String id = isDrawn(element) ? element.attribute("id") : nearestId;
    if (CODE.contains(element.getTagName())) {
      throw refused(id, "holds <" + element.getTagName() + ">, which would run code", "a table");
    }
    if (element.getTagName().equals("startEvent")
        && element.element("timerEventDefinition") != null) {
      throw refused(id, "starts by a timer", "a timer on a task or between two elements");
    }
    if ("timeout".equals(element.attribute("event"))) {
      throw refused(id, "has a listener for a timeout", "a timer drawn on the task");
    }
    if (TIME_BESIDE_THE_CLOCK.contains(element.getTagName())) {
      throw refused(
          id,
          "waits for a " + element.getTagName() + ", which knows no working hours and no pause",
          "a timeDate with " + TimerRule.EXAMPLES);
    }
    CODE_ATTRIBUTES.forEach(
        name -> {
          if (element.attribute(name) != null) {
            throw refused(
                id,
                "has the attribute " + name.substring(CAMUNDA.length()),
                "a delegate expression that names a delegate of the service");
          }
        });
    delegate(element, id);
    element.attributes().forEach(name -> plain(element.attribute(name), id));
    if (element.getTagName().equals("timeDate")) {
      timer(element.getText(), id);
    } else {
      plain(element.getText(), id);
    }
    element.elements().forEach(child -> walk(child, id));
  }

  /** Parts of an element have ids too, which no owner ever sees. */
  private static boolean isDrawn(Element element) {
    String tag = element.getTagName();
    return element.attribute("id") != null
        && !tag.startsWith("time")
        && !tag.endsWith("EventDefinition")
        && !tag.endsWith("Expression");
  }

  private void delegate(Element element, String id) {
    String expression = element.attribute(CAMUNDA + "delegateExpression");
    if (expression == null) {
      return;
    }
    Matcher name = BEAN.matcher(expression);
    Class<?> type =
        name.matches() && beans.containsBean(name.group(1)) ? beans.getType(name.group(1)) : null;
    if (type == null
        || !(JavaDelegate.class.isAssignableFrom(type)
            || TaskListener.class.isAssignableFrom(type)
            || ExecutionListener.class.isAssignableFrom(type))) {
      throw refused(id, "names " + expression + ", which is no delegate of the service", "one");
    }
    Element extensions = element.element("extensionElements");
    if (extensions != null && JavaDelegate.class.isAssignableFrom(type)) {
      extensions.elements("field").forEach(field -> field(field.attribute("name"), type, id));
    }
  }

  private static void field(String name, Class<?> delegate, String id) {
    if (ReflectionUtils.findField(delegate, name) == null) {
      throw refused(
          id,
          "fills the field '" + name + "', which its delegate does not have",
          "the fields of its template");
    }
  }

  private static void timer(String text, String id) {
    if (TimerRule.of(text) == null) {
      throw refused(
          id,
          "waits for '" + (text == null ? "" : text.trim()) + "', which no clock of a case gives",
          TimerRule.EXAMPLES);
    }
  }

  private static void plain(String text, String id) {
    if (text == null) {
      return;
    }
    Matcher found = EXPRESSION.matcher(text);
    while (found.find()) {
      if (!PLAIN.matcher(found.group()).matches()) {
        throw refused(
            id, "holds the expression " + found.group(), "a variable or one comparison with it");
      }
    }
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

  private static BadUserRequestException refused(String id, String why, String instead) {
    return new BadUserRequestException(
        "Element '" + id + "' " + why + ". Use " + instead + " instead.");
  }
}
