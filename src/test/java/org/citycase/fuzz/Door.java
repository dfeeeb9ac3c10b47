package org.citycase.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One way into the service.
 *
 * @param bodies what it takes, the schema by the media type; empty when it takes no body
 */
record Door(String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies) {

  /** A value outside of the body: {@code path}, {@code query} or {@code header}. */
  record Parameter(String in, String name) {}

  static Door page(String method, String path) {
    return new Door(method, path, named(path), Map.of());
  }

  /** The names between braces. */
  static List<Parameter> named(String path) {
    return java.util.regex.Pattern.compile("\\{([^}:]+)")
        .matcher(path)
        .results()
        .map(found -> new Parameter("path", found.group(1).trim()))
        .toList();
  }

  boolean isRead() {
    return method.equals("GET") || method.equals("HEAD");
  }

  boolean names() {
    return parameters.stream().anyMatch(one -> one.in().equals("path"));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
