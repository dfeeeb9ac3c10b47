package org.citycase.clock;

import org.citycase.rules.OneOf;
import org.citycase.rules.Range;

/**
 * Who does a stage and the limit of it.
 *
 * @param by whether the rule takes the stage by itself or a person does it
 * @param limitValue the limit in {@code limitUnit}, from the moment the stage begins
 * @param limitUnit {@code minute} runs without a break, day and night; the others are those of the
 *     limits of handling
 */
public record StageLimit(
    @OneOf({"rule", "person"}) String by,
    @Range(from = 1, to = 3650) int limitValue,
    @OneOf({"minute", "urgent_hour", "work_hour", "work_day", "natural_day"}) String limitUnit) {

  /** The limit of the stage. */
  public Limit limit() {
    return new Limit(limitValue, LimitUnit.of(limitUnit));
  }
}
