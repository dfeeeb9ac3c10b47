package org.citycase.rules;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a question says of itself by methods like {@code boolean isClaimed()}. */
final class Derived {

  private Derived() {}

  /** The derived facts of the question with these facts; nothing when there is no such question. */
  static Optional<Map<String, String>> of(Form<?> question, Map<String, String> facts) {
    try {
      Record asked = question.of(facts);
      Map<String, String> derived = new HashMap<>();
      for (String property : question.properties().keySet()) {
        if (!question.components().containsKey(property)) {
          derived.put(property, String.valueOf(value(asked, property)));
        }
      }
      return Optional.of(derived);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Object value(Record asked, String property) {
    String name = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    try {
      Method method = asked.getClass().getMethod("is" + name);
      return method.invoke(asked);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(asked.getClass() + " must be a public record.", e);
    }
  }
}
