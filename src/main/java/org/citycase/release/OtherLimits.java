package org.citycase.release;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citycase.clock.JudgedRound;
import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;
import org.citycase.release.AskedCase.Answered;
import org.citycase.release.BothAnswers.Answers;
import org.citycase.rules.Answerer.Asked;

/**
 * The limits the rounds of a case would have run under, by the filing decision that gave each round
 * its own.
 *
 * @param before by the number of the round; a round that keeps its limit is not named
 * @param unfiledBefore whether the version before gives a round no limit at all: not filed
 */
record OtherLimits(
    Map<Integer, Limit> before,
    Map<Integer, Limit> after,
    boolean unfiledBefore,
    boolean unfiledAfter) {

  static OtherLimits of(AskedCase asked, List<JudgedRound> rounds, StoredFacts facts) {
    Map<Integer, Limit> before = new HashMap<>();
    Map<Integer, Limit> after = new HashMap<>();
    for (JudgedRound round : rounds) {
      Answered filing = filingOf(round, asked.receipts(), facts);
      if (filing != null && filing.answers().differ()) {
        Answers answers = filing.answers();
        int number = round.round().round();
        before.put(
            number, answers.before() == null ? round.round().limit() : limit(answers.before()));
        after.put(number, limit(answers.after()));
      }
    }
    return new OtherLimits(before, after, before.containsValue(null), after.containsValue(null));
  }

  boolean any() {
    return !after.isEmpty();
  }

  /** The last filing decision not after the begin of the round that gave the limit it ran under. */
  private static Answered filingOf(JudgedRound round, List<Answered> receipts, StoredFacts facts) {
    Limit own = round.round().limit();
    return receipts.stream()
        .filter(one -> !second(one.asked().at()).isAfter(round.from()))
        .filter(one -> own.equals(limit(facts.of(one.asked().answer()))))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** Clocks count in whole seconds. */
  private static Instant second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The limit an answer gives; null when it gives none. */
  static Limit limit(Asked asked) {
    return asked == null ? null : limit(asked.answer());
  }

  private static Limit limit(Map<String, Object> answer) {
    int value = answer.get("limitValue") instanceof Number number ? number.intValue() : 0;
    return value < 1
        ? null
        : new Limit(value, LimitUnit.of(String.valueOf(answer.get("limitUnit"))));
  }
}
