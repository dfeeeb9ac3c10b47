package org.citycase.evaluate;

import java.util.Map;
import org.citycase.rules.OneOf;
import org.citycase.rules.QuestionTo;

/**
 * Asked once for each thing that went wrong with a case.
 *
 * @param trigger what went wrong, or why the points change
 * @param multiple for {@code overdue}: (used − limit) / limit; else 0
 * @param count the number of this event within the case, from 1: 1 for the first failed check
 */
@QuestionTo(table = "penalty", answer = Penalty.class)
public record PenaltyQuestion(
    @OneOf({
          "overdue",
          "urgentLimit",
          "failedCheck",
          "falseFeedback",
          "buckPassing",
          "substitute",
          "missedReport",
          "lateFieldTask",
          "leaderOrMedia",
          "coordinated",
          "appealGranted"
        })
        String trigger,
    double multiple,
    int count) {

  /** The facts by name, as a receipt holds them. */
  Map<String, Object> facts() {
    return Map.of("trigger", trigger, "multiple", multiple, "count", count);
  }
}
