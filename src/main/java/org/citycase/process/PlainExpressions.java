package org.citycase.process;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;

/**
 * What an expression in a diagram may say: a variable, or one comparison of it with a value. The
 * texts around and in it are such that the engine cannot read it otherwise than it is read here.
 */
class PlainExpressions {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}?");

  /** No quoted backslash and no quoted brace: the engine would read on behind an escaped quote. */
  private static final Pattern PLAIN =
      Pattern.compile("\\$\\{(\\w+)(\\s*(==|!=)\\s*('[^'\\\\{}]*'|true|false|-?\\d+))?}");

  private static final Set<String> VARIABLES =
      Stream.of(CaseVariables.class.getFields())
          .map(PlainExpressions::value)
          .collect(Collectors.toUnmodifiableSet());

  private final BeanFactory beans;

  PlainExpressions(BeanFactory beans) {
    this.beans = beans;
  }

  /** Refuses the text of the element when it says more; a text without an expression is a text. */
  void check(String text, String id) {
    if (text == null) {
      return;
    }
    Matcher found = EXPRESSION.matcher(text);
    while (found.find()) {
      Matcher plain = PLAIN.matcher(found.group());
      if (!plain.matches()) {
        throw DiagramLaw.refused(
            id, "holds the expression " + found.group(), "a variable or one comparison with it");
      }
      String name = plain.group(1);
      if (!VARIABLES.contains(name) && beans.containsBean(name)) {
        throw DiagramLaw.refused(
            id, "reads " + name + ", a part of the service,", "a variable of the diagram");
      }
    }
  }

  private static String value(java.lang.reflect.Field variable) {
    try {
      return (String) variable.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
