package org.citycase.process;

import java.util.Set;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The engine's own words that a diagram may use beside the standard's. Every other is refused,
 * those of versions to come too: many make an object of a class, run a script or call a bean.
 */
class DiagramVocabulary {

  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  /** The engine reads the same words under the name it had, and its fork under its own. */
  private static final Set<String> OTHER_NAMES =
      Set.of("http://activiti.org/bpmn", "http://operaton.org/schema/1.0/bpmn");

  private static final Set<String> NEVER =
      Set.of("connector", "inputOutput", "formData", "formProperty", "callActivity", "import");

  private static final Set<String> SCRIPTS = Set.of("scriptTask", "script");
  private static final Set<String> SCRIPT_ATTRIBUTES = Set.of("language", "scriptFormat");
  private static final Set<String> LISTENERS = Set.of("taskListener", "executionListener");

  private static final Set<String> CODE =
      Set.of("class", "formHandlerClass", "resource", "type", "variableMappingClass");

  private static final Set<String> EXTENSIONS =
      Set.of(
          "properties",
          "property",
          "taskListener",
          "executionListener",
          "field",
          "string",
          "expression",
          "failedJobRetryTimeCycle");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "assignee",
          "asyncAfter",
          "asyncBefore",
          "candidateGroups",
          "candidateStarterGroups",
          "candidateStarterUsers",
          "candidateUsers",
          "collection",
          "delegateExpression",
          "dueDate",
          "elementVariable",
          "errorCodeVariable",
          "errorMessageVariable",
          "escalationCodeVariable",
          "exclusive",
          "followUpDate",
          "formKey",
          "historyTimeToLive",
          "isStartableInTasklist",
          "jobPriority",
          "modelerTemplate",
          "modelerTemplateIcon",
          "modelerTemplateVersion",
          "priority",
          "variableEvents",
          "variableName",
          "versionTag");

  private static final Set<String> ATTRIBUTES_OF_EXTENSIONS =
      Set.of("delegateExpression", "event", "id", "name", "stringValue", "value");

  private final boolean scripts;

  /**
   * @param scripts whether the city switched scripts on
   */
  DiagramVocabulary(boolean scripts) {
    this.scripts = scripts;
  }

  static boolean isExtension(Element element) {
    return CAMUNDA.equals(element.getUri()) || LISTENERS.contains(element.getTagName());
  }

  void check(Element element, String id) {
    String tag = element.getTagName();
    boolean script = SCRIPTS.contains(tag);
    if (NEVER.contains(tag) || script && !scripts) {
      throw DiagramLaw.refused(
          id,
          "holds <" + tag + ">, which would run code or lead out of the diagram",
          "a table, a delegate or a part of the diagram");
    }
    if (OTHER_NAMES.contains(element.getUri())) {
      throw otherName(id, element.getUri());
    }
    if (CAMUNDA.equals(element.getUri()) && !script && !EXTENSIONS.contains(tag)) {
      throw DiagramLaw.refused(
          id, "holds <" + tag + ">, which the service does not read", "properties");
    }
    element.attributes().forEach(name -> attribute(name, element, id));
  }

  /** Refuses what makes an object of a class or runs a program, whenever it was deployed. */
  void refuseCode(Element element, String nearestId) {
    String id = element.attribute("id") == null ? nearestId : element.attribute("id");
    for (String name : element.attributes()) {
      String uri = name.substring(0, Math.max(0, name.lastIndexOf(':')));
      boolean engines =
          CAMUNDA.equals(uri) || OTHER_NAMES.contains(uri) || uri.isEmpty() && isEngines(element);
      if (engines && CODE.contains(name.substring(name.lastIndexOf(':') + 1))) {
        throw DiagramLaw.refused(
            id, "has the attribute " + name + ", which names code", "a delegate of the service");
      }
    }
    element.elements().forEach(part -> refuseCode(part, id));
  }

  private static boolean isEngines(Element element) {
    return isExtension(element) || OTHER_NAMES.contains(element.getUri());
  }

  private void attribute(String name, Element element, String id) {
    String uri = name.substring(0, Math.max(0, name.lastIndexOf(':')));
    if (OTHER_NAMES.contains(uri)) {
      throw otherName(id, uri);
    }
    if (SCRIPT_ATTRIBUTES.contains(name)) {
      if (!scripts) {
        throw DiagramLaw.refused(
            id, "has the attribute " + name + ": there are no scripts here", "an expression");
      }
      return;
    }
    String local = name.substring(name.lastIndexOf(':') + 1);
    boolean known =
        CAMUNDA.equals(uri)
            ? ATTRIBUTES.contains(local)
            : !isExtension(element) || isOfExtension(name, element);
    if (!known) {
      throw DiagramLaw.refused(
          id,
          "has the attribute " + local + ", which names code or nothing that the service reads",
          "a delegate expression that names a delegate of the service");
    }
  }

  private static boolean isOfExtension(String name, Element element) {
    return ATTRIBUTES_OF_EXTENSIONS.contains(name)
        || name.equals("expression") && element.getTagName().equals("field");
  }

  private static RuntimeException otherName(String id, String uri) {
    return DiagramLaw.refused(
        id, "uses words of " + uri + ", another name of the engine's", "those of " + CAMUNDA);
  }
}
