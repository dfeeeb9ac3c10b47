package org.citycase.release;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.citycase.Refusal;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.PenaltyItem;
import org.citycase.casefile.PenaltySheets;
import org.citycase.clock.JudgedRound;
import org.citycase.clock.Round;
import org.citycase.rules.Answerer;
import org.springframework.stereotype.Component;

/** The penalty points of a case by unit, if its rounds or the penalty standard were others. */
@Component
class UnitPoints {

  private final PenaltySheets penalties;

  UnitPoints(PenaltySheets penalties) {
    this.penalties = penalties;
  }

  /** By the standard in force; nobody bears any without a round. */
  Map<String, BigDecimal> of(CaseFile file, List<JudgedRound> rounds) {
    return rounds.isEmpty() ? Map.of() : byUnit(penalties.ifJudged(file, plain(rounds)));
  }

  /** By another standard, as its rows are valid on a day. */
  Map<String, BigDecimal> by(
      Answerer standard, LocalDate on, CaseFile file, List<JudgedRound> rounds) {
    return byUnit(
        penalties.ifJudged(file, plain(rounds), question -> standard.ask(question, on).answer()));
  }

  /** The same points, those of one unit with another. */
  static Map<String, BigDecimal> handedOver(
      Map<String, BigDecimal> points, String from, String to) {
    Map<String, BigDecimal> after = new TreeMap<>();
    points.forEach((unit, sum) -> after.merge(unit.equals(from) ? to : unit, sum, BigDecimal::add));
    return after;
  }

  /** Both, or null when a standard cannot tell them. */
  static Pair<Map<String, BigDecimal>> both(
      Supplier<Map<String, BigDecimal>> before, UnaryOperator<Map<String, BigDecimal>> after) {
    try {
      Map<String, BigDecimal> old = before.get();
      return new Pair<>(old, after.apply(old));
    } catch (Refusal untold) {
      return null;
    }
  }

  private static List<Round> plain(List<JudgedRound> rounds) {
    return rounds.stream().map(JudgedRound::round).toList();
  }

  private static Map<String, BigDecimal> byUnit(List<PenaltyItem> items) {
    Map<String, BigDecimal> points = new TreeMap<>();
    items.forEach(item -> points.merge(item.getUnit(), item.getPoints(), BigDecimal::add));
    points.values().removeIf(sum -> sum.signum() == 0);
    points.replaceAll((unit, sum) -> sum.stripTrailingZeros());
    return points;
  }
}
