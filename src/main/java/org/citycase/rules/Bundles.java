package org.citycase.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which facts of a question hang together: a condition with its category, and what is derived, like
 * {@code isClaimed}, with the components it is derived from. Those are found by trying.
 */
final class Bundles {

  private static final int TRIED = 12;

  private final Form<?> question;
  private final Function<String, List<String>> values;

  Bundles(Form<?> question, Function<String, List<String>> values) {
    this.question = question;
    this.values = values;
  }

  /** The asked properties and what they hang on, in bundles that are independent of each other. */
  List<Set<String>> of(Set<String> asked) {
    List<Set<String>> bundles = new ArrayList<>();
    for (String property : asked) {
      Set<String> joined = new LinkedHashSet<>();
      if (question.components().containsKey(property)) {
        joined.add(property);
      } else {
        joined.addAll(origins(property));
        joined.add(property);
      }
      join(bundles, joined);
    }
    joinConditionAndCategory(bundles);
    return bundles;
  }

  private void joinConditionAndCategory(List<Set<String>> bundles) {
    Set<String> pair = new LinkedHashSet<>();
    for (Set<String> bundle : bundles) {
      for (String property : bundle) {
        CellType type = question.components().get(property);
        if (type != null
            && (type.known() == Known.Word.CATEGORY || type.known() == Known.Word.CONDITION)) {
          pair.add(property);
        }
      }
    }
    if (!pair.isEmpty()) {
      join(bundles, pair);
    }
  }

  /** Adds a bundle and all that share a fact with it. */
  private static void join(List<Set<String>> bundles, Set<String> added) {
    Set<String> joined = new LinkedHashSet<>(added);
    List<Set<String>> others = new ArrayList<>();
    for (Set<String> bundle : bundles) {
      if (bundle.stream().anyMatch(added::contains)) {
        joined.addAll(bundle);
      } else {
        others.add(bundle);
      }
    }
    others.add(joined);
    bundles.clear();
    bundles.addAll(others);
  }

  /**
   * The components whose change changes what is derived: alone, or beside another that is not
   * empty.
   */
  private Set<String> origins(String derived) {
    Set<String> origins = new LinkedHashSet<>();
    for (String component : question.components().keySet()) {
      if (changes(derived, component, Map.of(), values.apply(component))
          || changesBesideAnother(derived, component)) {
        origins.add(component);
      }
    }
    return origins;
  }

  private boolean changesBesideAnother(String derived, String component) {
    List<String> tried = some(component);
    return question.components().keySet().stream()
        .filter(other -> !other.equals(component))
        .anyMatch(
            other ->
                some(other).stream()
                    .anyMatch(value -> changes(derived, component, Map.of(other, value), tried)));
  }

  private boolean changes(
      String derived, String component, Map<String, String> beside, List<String> tried) {
    return tried.stream()
            .map(
                value -> {
                  Map<String, String> facts = new HashMap<>(beside);
                  facts.put(component, value);
                  return Derived.of(question, facts);
                })
            .flatMap(Optional::stream)
            .map(found -> found.get(derived))
            .distinct()
            .limit(2)
            .count()
        > 1;
  }

  /** Values spread over all there are, the first and the last among them. */
  private List<String> some(String component) {
    List<String> all = values.apply(component);
    int tried = Math.min(TRIED, all.size());
    return IntStream.range(0, tried)
        .mapToObj(i -> all.get(tried == 1 ? 0 : i * (all.size() - 1) / (tried - 1)))
        .toList();
  }
}
