package org.citycase;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every method and path that the classes of a JAX-RS application answer, read from their
 * annotations and from those of the resources they lead to.
 */
final class JaxRsDoors {

  private static final int DEEPEST = 8;

  private final Set<String> found = new TreeSet<>();

  private JaxRsDoors() {}

  /** As {@code GET /engine-rest/task/{id}}; patterns of parameters are left out. */
  static Set<String> of(String base, Collection<Class<?>> roots) {
    JaxRsDoors doors = new JaxRsDoors();
    for (Class<?> root : roots) {
      Path path = root.getAnnotation(Path.class);
      if (path != null) {
        doors.walk(joined(base, path.value()), root, 0);
      }
    }
    return doors.found;
  }

  private void walk(String path, Class<?> type, int depth) {
    if (depth > DEEPEST) {
      throw new AssertionError("The resources of " + path + " lead to themselves.");
    }
    for (Method method : type.getMethods()) {
      Method declared = annotated(method, type);
      if (declared == null) {
        continue;
      }
      Path sub = declared.getAnnotation(Path.class);
      String below = sub == null ? path : joined(path, sub.value());
      String verb = verb(declared);
      if (verb == null) {
        walk(below, method.getReturnType(), depth + 1);
      } else {
        found.add(verb + " " + below);
      }
    }
  }

  /** The method of the class, its parents or interfaces that says what it answers. */
  private static Method annotated(Method method, Class<?> type) {
    if (method.isBridge()) {
      return null;
    }
    return lineage(type)
        .map(each -> find(each, method))
        .filter(Objects::nonNull)
        .filter(each -> verb(each) != null || each.isAnnotationPresent(Path.class))
        .findFirst()
        .orElse(null);
  }

  private static Stream<Class<?>> lineage(Class<?> type) {
    if (type == null) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(type),
        Stream.concat(
            lineage(type.getSuperclass()),
            Arrays.stream(type.getInterfaces()).flatMap(JaxRsDoors::lineage)));
  }

  private static Method find(Class<?> type, Method method) {
    try {
      return type.getDeclaredMethod(method.getName(), method.getParameterTypes());
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static String verb(Method method) {
    for (Annotation one : method.getAnnotations()) {
      HttpMethod verb = one.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return verb.value();
      }
    }
    return null;
  }

  private static String joined(String base, String path) {
    String below = path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    return (base + "/" + below).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
  }
}
