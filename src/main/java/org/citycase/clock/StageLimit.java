package org.citycase.clock;

import org.citycase.rules.OneOf;

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
    int limitValue,
    @OneOf({"minute", "urgent_hour", "work_hour", "work_day", "natural_day"}) String limitUnit) {

  public StageLimit {
    if (limitValue < 1) {
      throw new IllegalArgumentException("A stage needs a limit of at least 1.");
    }
  }

  /** The limit of the stage. */
  public Limit limit() {
    return new Limit(limitValue, LimitUnit.of(limitUnit));
  }
}
