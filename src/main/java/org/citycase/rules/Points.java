package org.citycase.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All ways in which facts that hang together can come. */
final class Points {

  private final Form<?> question;
  private final KnownWords known;
  private final Function<String, List<String>> values;

  Points(Form<?> question, KnownWords known, Function<String, List<String>> values) {
    this.question = question;
    this.known = known;
    this.values = values;
  }

  List<Map<String, String>> of(Set<String> bundle) {
    Optional<String> condition = find(bundle, Known.Word.CONDITION);
    Optional<String> category = find(bundle, Known.Word.CATEGORY);
    List<Map<String, String>> points = new ArrayList<>(List.of(Map.of()));
    for (String component : bundle) {
      if (question.components().containsKey(component)
          && !category.equals(Optional.of(component))) {
        points = times(points, component);
      }
    }
    if (category.isPresent()) {
      points = withCategory(points, condition, category.get());
    }
    boolean derives = !question.components().keySet().containsAll(bundle);
    return derives ? withDerived(points) : points;
  }

  private Optional<String> find(Set<String> bundle, Known.Word word) {
    return bundle.stream()
        .filter(question.components()::containsKey)
        .filter(component -> question.components().get(component).known() == word)
        .findFirst();
  }

  private List<Map<String, String>> times(List<Map<String, String>> points, String component) {
    List<Map<String, String>> longer = new ArrayList<>();
    for (Map<String, String> point : points) {
      values.apply(component).forEach(value -> longer.add(with(point, component, value)));
    }
    return longer;
  }

  /** A condition has its own category; without one the category can be any. */
  private List<Map<String, String>> withCategory(
      List<Map<String, String>> points, Optional<String> condition, String category) {
    List<Map<String, String>> longer = new ArrayList<>();
    for (Map<String, String> point : points) {
      String own = known.categoryOf(condition.map(point::get).orElse(""));
      if (own.isEmpty()) {
        values.apply(category).forEach(value -> longer.add(with(point, category, value)));
      } else {
        longer.add(with(point, category, own));
      }
    }
    return longer;
  }

  private List<Map<String, String>> withDerived(List<Map<String, String>> points) {
    List<Map<String, String>> longer = new ArrayList<>();
    for (Map<String, String> point : points) {
      Derived.of(question, point)
          .ifPresent(
              derived -> {
                Map<String, String> all = new LinkedHashMap<>(point);
                all.putAll(derived);
                longer.add(all);
              });
    }
    return longer;
  }

  private static Map<String, String> with(Map<String, String> point, String name, String value) {
    Map<String, String> longer = new LinkedHashMap<>(point);
    longer.put(name, value);
    return longer;
  }
}
