package org.citycase.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What the log holds of an intervention (人工干预): the engine's names of what was done and of what it
 * was done to, with each property it changed.
 *
 * @param entity the kind of thing, e.g. {@code Job}
 * @param element of the diagram; null when it is about the whole instance
 */
record Intervention(String operation, String entity, String element, List<Change> changes) {

  /** A property before and after; either may be null. */
  record Change(String property, String before, String after) {

    /** What it is now; what it was when it was taken away. */
    String value() {
      return after == null ? before : after;
    }
  }

  static Intervention of(JsonNode data) {
    List<Change> changes = new ArrayList<>();
    if (data.has("property")) {
      changes.add(change(data));
    }
    data.path("changes").forEach(one -> changes.add(change(one)));
    return new Intervention(
        data.path("operation").asText(),
        data.path("entity").asText(),
        text(data, "element"),
        changes);
  }

  private static Change change(JsonNode data) {
    return new Change(
        data.path("property").asText("value"), text(data, "before"), text(data, "after"));
  }

  /** The change of one of these properties, the first named first; null when there is none. */
  Change of(List<String> properties) {
    return properties.stream()
        .flatMap(property -> changes.stream().filter(change -> property.equals(change.property())))
        .findFirst()
        .orElse(null);
  }

  /** The texts of a list, or the one there is. */
  static List<String> texts(JsonNode list) {
    return list.isArray()
        ? StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList()
        : list.isMissingNode() || list.isNull() ? List.of() : List.of(list.asText());
  }

  private static String text(JsonNode data, String name) {
    return data.hasNonNull(name) ? data.get(name).asText() : null;
  }
}
