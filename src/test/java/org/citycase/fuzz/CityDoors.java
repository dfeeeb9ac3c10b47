package org.citycase.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citycase.casefile.CaseQuery;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The house's own doors: those its interface description tells of, and its pages and forms. */
class CityDoors {

  /** What the lists and pages take without saying so in the description. */
  private static final Map<String, List<String>> ASKED =
      Map.of(
          "/api/cases",
          Stream.concat(CaseQuery.FILTERS.stream(), Stream.of("sort", "page", "size", "at"))
              .toList(),
          "/api/audit",
          List.of(
              "from",
              "to",
              "page",
              "size",
              "person",
              "table",
              "row",
              "unit",
              "action",
              "district",
              "category",
              "definition",
              "deviation"),
          "/rules",
          List.of("version", "page", "table"),
          "/tasks",
          List.of("page", "sort", "group"));

  private final JsonNode description;

  CityDoors(JsonNode description) {
    this.description = description;
  }

  List<Door> described() {
    List<Door> doors = new ArrayList<>();
    description
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(one -> doors.add(door(path.getKey(), one))));
    return doors;
  }

  private Door door(String path, Map.Entry<String, JsonNode> operation) {
    List<Door.Parameter> parameters = new ArrayList<>();
    for (JsonNode one : operation.getValue().path("parameters")) {
      if (!one.path("schema").has("$ref")) {
        parameters.add(new Door.Parameter(one.path("in").asText(), one.path("name").asText()));
      }
    }
    asked(path).forEach(name -> parameters.add(new Door.Parameter("query", name)));
    Map<String, JsonNode> bodies = new LinkedHashMap<>();
    operation
        .getValue()
        .at("/requestBody/content")
        .fields()
        .forEachRemaining(type -> bodies.put(type.getKey(), type.getValue().path("schema")));
    return new Door(operation.getKey().toUpperCase(), path, parameters, bodies);
  }

  private static List<String> asked(String path) {
    String of = path.startsWith("/cases") ? "/api" + path : path;
    String from = of.startsWith("/audit") ? "/api" + of : of;
    return ASKED.entrySet().stream()
        .filter(one -> from.startsWith(one.getKey()) && !from.startsWith("/api/cases/{"))
        .flatMap(one -> one.getValue().stream())
        .toList();
  }

  /** Pages and their forms, which no description tells of. */
  List<Door> pages(RequestMappingHandlerMapping mappings) {
    Set<String> told = described().stream().map(Door::toString).collect(Collectors.toSet());
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(one -> one.getValue().getBeanType().getName().startsWith("org.citycase."))
        .map(Map.Entry::getKey)
        .flatMap(
            door ->
                door.getPatternValues().stream()
                    .flatMap(
                        path ->
                            methods(door.getMethodsCondition().getMethods())
                                .map(method -> page(method, path))))
        .filter(door -> !told.contains(door.toString()))
        .collect(
            Collectors.toMap(
                Door::toString, door -> door, (one, same) -> one, java.util.TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  private static Stream<String> methods(Set<?> given) {
    return given.isEmpty() ? Stream.of("GET") : new TreeSet<>(given).stream().map(Object::toString);
  }

  private static Door page(String method, String path) {
    List<Door.Parameter> parameters = new ArrayList<>(Door.named(path));
    asked(path).forEach(name -> parameters.add(new Door.Parameter("query", name)));
    parameters.add(new Door.Parameter("query", "lang"));
    return new Door(method, path, parameters, Map.of());
  }

  /** Follows a reference of the description. */
  JsonNode resolved(JsonNode schema) {
    return schema.has("$ref")
        ? resolved(description.at(schema.path("$ref").asText().substring(1)))
        : schema;
  }
}
