package org.citycase.casefile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * How many cases a search finds, and how many it would find with another state or another light
 * instead of those asked for: each number is the total of the list that its link leads to. A case
 * without a clock is green: red, yellow and green add up to all, and none are some of the green.
 *
 * @param total of the search as it is
 * @param states by state, whatever states were asked for; those with cases only, in their order
 * @param lights by light, whatever lights were asked for: red, yellow, green, none
 */
public record CaseCounts(long total, Map<CaseState, Long> states, Map<String, Long> lights) {

  private static final List<String> LIGHTS = List.of("red", "yellow", "green", "none");

  /** So many cases are in this state with this light. */
  record Cell(CaseState state, String light, long cases) {}

  static CaseCounts of(
      Collection<Cell> cells, Predicate<CaseState> stateAsked, Predicate<String> lightAsked) {
    Predicate<Cell> state = cell -> stateAsked.test(cell.state());
    Predicate<Cell> light = cell -> lightAsked.test(cell.light());
    return new CaseCounts(
        sum(cells, state.and(light)),
        by(List.of(CaseState.values()), one -> sum(cells, light.and(cell -> cell.state() == one))),
        by(LIGHTS, one -> sum(cells, state.and(cell -> shows(cell.light(), one)))));
  }

  /** Whether who asks for this light finds a case that has the other; none is a green one. */
  static boolean shows(String light, String asked) {
    return light.equals(asked) || asked.equals("green") && light.equals("none");
  }

  private static <K> Map<K, Long> by(List<K> keys, ToLongFunction<K> cases) {
    Map<K, Long> counts = new LinkedHashMap<>();
    for (K one : keys) {
      long found = cases.applyAsLong(one);
      if (found > 0) {
        counts.put(one, found);
      }
    }
    return counts;
  }

  private static long sum(Collection<Cell> cells, Predicate<Cell> asked) {
    return cells.stream().filter(asked).mapToLong(Cell::cases).sum();
  }
}
