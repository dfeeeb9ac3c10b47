package org.citycase.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ReflectionUtils;

/**
 * The delegates and listeners that a diagram may name: those of the service that were made for it,
 * each where its kind belongs, with the fields it has.
 */
class NamedDelegates {

  static final String ATTRIBUTE = "delegateExpression";

  private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

  private final BeanFactory beans;

  NamedDelegates(BeanFactory beans) {
    this.beans = beans;
  }

  /** Refuses the element when it names another part of the service, or none. */
  void check(Element element, String id) {
    boolean extension = DiagramVocabulary.isExtension(element);
    String expression =
        element.attribute(extension ? ATTRIBUTE : DiagramVocabulary.CAMUNDA + ":" + ATTRIBUTE);
    if (expression == null) {
      return;
    }
    Matcher name = BEAN.matcher(expression);
    Class<?> type =
        name.matches() && beans.containsBean(name.group(1)) ? beans.getType(name.group(1)) : null;
    if (type == null || !isFor(type, element)) {
      throw DiagramLaw.refused(
          id, "names " + expression + ", which is no delegate of the service", "one");
    }
    Element fields = extension ? element : element.element("extensionElements");
    if (fields != null) {
      fields.elements("field").forEach(field -> field(field.attribute("name"), type, id));
    }
  }

  private static boolean isFor(Class<?> type, Element element) {
    return switch (element.getTagName()) {
      case "taskListener" -> TaskListener.class.isAssignableFrom(type);
      case "executionListener" ->
          ExecutionListener.class.isAssignableFrom(type)
              || JavaDelegate.class.isAssignableFrom(type);
      default -> JavaDelegate.class.isAssignableFrom(type);
    };
  }

  private static void field(String name, Class<?> delegate, String id) {
    var field = ReflectionUtils.findField(delegate, name);
    if (field == null || !Expression.class.isAssignableFrom(field.getType())) {
      throw DiagramLaw.refused(
          id,
          "fills the field '" + name + "', which its delegate does not have",
          "the fields of its template");
    }
  }
}
