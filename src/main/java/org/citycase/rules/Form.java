package org.citycase.rules;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form of a question or an answer: a public record, its properties by name and what a cell may
 * hold for each. A question may add derived properties by methods like {@code boolean isClaimed()}.
 */
class Form<R extends Record> {

  private final Class<R> type;
  private final Map<String, CellType> components = new LinkedHashMap<>();
  private final Map<String, CellType> properties = new LinkedHashMap<>();

  Form(Class<R> type, KnownWords known) {
    this.type = type;
    for (RecordComponent component : type.getRecordComponents()) {
      components.put(component.getName(), CellType.of(component, known));
    }
    properties.putAll(components);
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().startsWith("is") && method.getReturnType() == boolean.class) {
        String name = method.getName().substring(2);
        properties.put(
            Character.toLowerCase(name.charAt(0)) + name.substring(1), CellType.of(boolean.class));
      }
    }
  }

  Class<R> type() {
    return type;
  }

  Map<String, CellType> components() {
    return components;
  }

  /** The components and what is derived from them. */
  Map<String, CellType> properties() {
    return properties;
  }

  /** The record with these values; a component that is not named is empty, 0 or false. */
  R of(Map<String, String> cells) {
    Object[] values =
        components.entrySet().stream()
            .map(each -> each.getValue().value(cells.getOrDefault(each.getKey(), "")))
            .toArray();
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof IllegalArgumentException refused
          ? refused
          : new IllegalStateException(type + " does not take " + cells, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " must be a public record.", e);
    }
  }

  /** Stored facts as cells; what a stored fact says of nothing is empty. */
  static Map<String, String> cells(Map<String, Object> facts) {
    Map<String, String> cells = new LinkedHashMap<>();
    facts.forEach((name, value) -> cells.put(name, value == null ? "" : String.valueOf(value)));
    return cells;
  }

  /** The values of a record by the names of its components, in their order. */
  static Map<String, Object> values(Record record) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        values.put(component.getName(), component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(record.getClass() + " must be a public record.", e);
      }
    }
    return values;
  }
}
