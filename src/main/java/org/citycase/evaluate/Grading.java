package org.citycase.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.citycase.Refusal;
import org.citycase.rules.Decision;

/**
 * 综合得分: turns indicators into a score and a grade by the table {@code score}. A part none of whose
 * indicators has a value spreads its weight over the others; without any value there is no score.
 */
final class Grading {

  /** An indicator and the row that says what it is worth. */
  record Weighed(Figure figure, ScoreWeight weight, String row) {

    boolean counts() {
      return weight.weight() > 0;
    }

    /** Percent of the part's weight. */
    BigDecimal worth() {
      BigDecimal least = BigDecimal.valueOf(weight.worthAt0());
      BigDecimal span = BigDecimal.valueOf(weight.worthAt100()).subtract(least);
      return figure.value().multiply(span).divide(PERCENT, EXACT).add(least);
    }
  }

  /**
   * A score with its grade.
   *
   * @param score points, rounded half up to two digits and graded so; null without any value
   * @param row the row of the grade; null without a score
   */
  record Graded(List<Weighed> indicators, BigDecimal score, String grade, String row) {}

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
  private static final MathContext EXACT = MathContext.DECIMAL64;

  private final Function<ScoreQuestion, Decision<ScoreWeight>> standard;
  private final ScoreObject object;
  private final String profile;

  /**
   * @param standard answers each question by the table of scores
   */
  Grading(
      Function<ScoreQuestion, Decision<ScoreWeight>> standard, ScoreObject object, String profile) {
    this.standard = standard;
    this.object = object;
    this.profile = profile;
  }

  Graded grade(Counts counts) {
    List<Weighed> indicators = new ArrayList<>();
    for (Indicator indicator : Indicator.of(object)) {
      indicators.add(weighed(indicator.of(counts)));
    }
    BigDecimal score = score(parts(indicators));
    if (score == null) {
      return new Graded(indicators, null, null, null);
    }
    Decision<ScoreWeight> grade = ask("score", score);
    return new Graded(indicators, score, grade.answer().grade(), grade.row());
  }

  /** An indicator without a value is asked for at 0: its weight is the same at every value. */
  private Weighed weighed(Figure figure) {
    String indicator = figure.indicator().code();
    Decision<ScoreWeight> atZero = ask(indicator, BigDecimal.ZERO);
    Decision<ScoreWeight> answer = figure.value() == null ? atZero : ask(indicator, figure.value());
    if (answer.answer().weight() != atZero.answer().weight()) {
      throw twoWeights("indicator " + indicator, answer.row(), atZero.row());
    }
    return new Weighed(figure, answer.answer(), answer.row());
  }

  private Decision<ScoreWeight> ask(String indicator, BigDecimal value) {
    return standard.apply(
        new ScoreQuestion(object.kind(), object.post(), profile, indicator, value.doubleValue()));
  }

  /** The weighed indicators by their parts. */
  private Map<String, List<Weighed>> parts(List<Weighed> indicators) {
    Map<String, List<Weighed>> parts = new LinkedHashMap<>();
    indicators.stream()
        .filter(Weighed::counts)
        .forEach(
            each -> parts.computeIfAbsent(each.weight().part(), p -> new ArrayList<>()).add(each));
    if (parts.isEmpty()) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED,
          "profile",
          ("Table score weighs nothing for %s under profile '%s': name a profile it has, or add"
                  + " its rows.")
              .formatted(object.post().isEmpty() ? object.kind() : object.post(), profile));
    }
    parts.values().forEach(Grading::haveOneWeight);
    return parts;
  }

  private static void haveOneWeight(List<Weighed> part) {
    Weighed first = part.get(0);
    for (Weighed other : part) {
      if (other.weight().weight() != first.weight().weight()) {
        throw twoWeights("part " + first.weight().part(), other.row(), first.row());
      }
    }
  }

  /** A gap between the bands of a count shows here too: there the row for all others answers. */
  private static Refusal twoWeights(String what, String row, String other) {
    return new Refusal(
        Refusal.Kind.AGAINST_RULES,
        "Rows '%s' and '%s' of table score give %s two weights; its owner must give it one."
            .formatted(row, other, what));
  }

  private static BigDecimal score(Map<String, List<Weighed>> parts) {
    BigDecimal whole = BigDecimal.ZERO;
    BigDecimal told = BigDecimal.ZERO;
    BigDecimal points = BigDecimal.ZERO;
    for (List<Weighed> part : parts.values()) {
      BigDecimal weight = BigDecimal.valueOf(part.get(0).weight().weight());
      whole = whole.add(weight);
      List<Weighed> known = part.stream().filter(each -> each.figure().value() != null).toList();
      if (!known.isEmpty()) {
        told = told.add(weight);
        BigDecimal worth =
            known.stream().map(Weighed::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
        points = points.add(worth.multiply(weight).divide(PERCENT, EXACT));
      }
    }
    return told.signum() == 0
        ? null
        : points.multiply(whole).divide(told, EXACT).setScale(2, RoundingMode.HALF_UP);
  }
}
