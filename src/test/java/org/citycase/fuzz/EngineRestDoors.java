package org.citycase.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/** The doors of the engine's REST interface, read from the annotations of its resources. */
class EngineRestDoors {

  private static final int DEEPEST = 5;

  private static final List<String> OF_PAGES =
      List.of(
          "/camunda/",
          "/camunda/app/{app}/{engine}/",
          "/camunda/app/{app}/{engine}/{page}",
          "/camunda/app/{app}/scripts/{file}",
          "/camunda/lib/{file}",
          "/camunda/assets/{file}",
          "/camunda/api/admin/auth/user/{engine}",
          "/camunda/api/admin/auth/user/{engine}/login/{app}",
          "/camunda/api/admin/setup/{engine}/user/create",
          "/camunda/api/admin/plugin/adminPlugins/static/{file}",
          "/camunda/api/cockpit/plugin/cockpitPlugins/static/{file}",
          "/camunda/api/cockpit/plugin/base/{engine}/process-definition/{id}/called-process-definitions",
          "/camunda/api/cockpit/plugin/base/{engine}/process-instance",
          "/camunda/api/cockpit/plugin/base/{engine}/process-instance/{id}/called-process-instances",
          "/camunda/api/cockpit/plugin/base/{engine}/incident",
          "/camunda/api/tasklist/plugin/tasklistPlugins/static/{file}",
          "/camunda/api/welcome/plugin/welcomePlugins/static/{file}");

  private final ObjectMapper json;
  private final Map<String, Door> doors = new TreeMap<>();

  EngineRestDoors(ObjectMapper json) {
    this.json = json;
  }

  List<Door> all() {
    walk(DefaultProcessEngineRestServiceImpl.class, "/engine-rest", List.of(), 0);
    return List.copyOf(doors.values());
  }

  /** The doors of the engine's pages: what they ask of the engine, of themselves and of a login. */
  List<Door> webapps() {
    List<Door> all = new ArrayList<>();
    for (Door door : all()) {
      if (door.isRead()) {
        String path = door.path().replace("/engine-rest", "/camunda/api/engine/engine/{engine}");
        List<Door.Parameter> parameters = new ArrayList<>(door.parameters());
        parameters.add(new Door.Parameter("path", "engine"));
        all.add(new Door("GET", path, parameters, Map.of()));
      }
    }
    for (String path : OF_PAGES) {
      List<Door.Parameter> parameters = new ArrayList<>(Door.named(path));
      List.of("sortBy", "firstResult", "maxResults", "username", "password")
          .forEach(name -> parameters.add(new Door.Parameter("query", name)));
      JsonNode anything = json.createObjectNode();
      all.add(new Door("GET", path, parameters, Map.of()));
      all.add(new Door("POST", path, parameters, Map.of("application/json", anything)));
    }
    return all;
  }

  private void walk(Class<?> resource, String base, List<String> asked, int depth) {
    List<String> names = new ArrayList<>(asked);
    names.addAll(questions(resource));
    for (Method method : resource.getMethods()) {
      String path = path(base, method.getAnnotation(Path.class));
      String verb =
          Arrays.stream(method.getAnnotations())
              .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
              .filter(one -> one != null)
              .map(HttpMethod::value)
              .findFirst()
              .orElse(null);
      if (verb != null) {
        door(verb, path, method, names);
      } else if (method.isAnnotationPresent(Path.class) && depth < DEEPEST) {
        walk(method.getReturnType(), path, List.of(), depth + 1);
      }
    }
  }

  private static String path(String base, Path path) {
    if (path == null || path.value().isEmpty() || path.value().equals("/")) {
      return base;
    }
    String clean = path.value().replaceAll("\\{\\s*([\\w-]+)\\s*:[^}]*\\}", "{$1}");
    return base + (clean.startsWith("/") ? "" : "/") + clean.replaceAll("/$", "");
  }

  private void door(String verb, String path, Method method, List<String> asked) {
    List<Door.Parameter> parameters = new ArrayList<>(Door.named(path));
    asked.forEach(name -> parameters.add(new Door.Parameter("query", name)));
    Map<String, JsonNode> bodies = new TreeMap<>();
    for (Parameter one : method.getParameters()) {
      var query = one.getAnnotation(jakarta.ws.rs.QueryParam.class);
      if (query != null) {
        parameters.add(new Door.Parameter("query", query.value()));
      } else if (one.getAnnotations().length == 0 || !one.isAnnotationPresent(Context.class)) {
        if (!one.isAnnotationPresent(jakarta.ws.rs.PathParam.class)) {
          bodies.put("application/json", schema(one.getType(), 0));
        }
      }
    }
    doors.put(verb + " " + path, new Door(verb, path, parameters, bodies));
  }

  /** The parameters of a list, which the engine keeps beside its resource, by the name of both. */
  private static List<String> questions(Class<?> resource) {
    String name = resource.getSimpleName().replace("RestService", "QueryDto");
    return Stream.of("dto.", "dto.runtime.", "dto.task.", "dto.repository.", "dto.history.")
        .map(room -> found("org.camunda.bpm.engine.rest." + room + name))
        .filter(one -> one != null)
        .findFirst()
        .map(EngineRestDoors::asked)
        .orElse(List.of());
  }

  private static Class<?> found(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException none) {
      return null;
    }
  }

  private static List<String> asked(Class<?> question) {
    return Arrays.stream(question.getMethods())
        .map(one -> one.getAnnotation(CamundaQueryParam.class))
        .filter(one -> one != null)
        .map(CamundaQueryParam::value)
        .sorted()
        .toList();
  }

  private JsonNode schema(Class<?> type, int depth) {
    ObjectNode schema = json.createObjectNode();
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return schema.put("type", "array").set("items", json.createObjectNode());
    }
    if (type == String.class || type == Date.class || type.isEnum()) {
      return schema.put("type", "string");
    }
    if (type == Boolean.class || type == boolean.class) {
      return schema.put("type", "boolean");
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return schema.put("type", "integer");
    }
    if (Map.class.isAssignableFrom(type) || depth > 2 || !type.getName().startsWith("org.c")) {
      return schema;
    }
    ObjectNode properties = schema.put("type", "object").putObject("properties");
    Arrays.stream(type.getMethods())
        .filter(one -> one.getName().matches("set[A-Z]\\w*") && one.getParameterCount() == 1)
        .sorted(java.util.Comparator.comparing(Method::getName))
        .forEach(
            one ->
                properties.set(
                    Character.toLowerCase(one.getName().charAt(3)) + one.getName().substring(4),
                    schema(one.getParameterTypes()[0], depth + 1)));
    return schema;
  }
}
