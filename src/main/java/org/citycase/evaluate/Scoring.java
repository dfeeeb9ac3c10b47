package org.citycase.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * 扣分: turns what went wrong into penalty points by the standard, in the order of the reference
 * profile: overdue, failed checks, false feedback, buck-passing, substitute; then doubled for
 * leader and media; then shared among coordinated units.
 */
final class Scoring {

  /** Points of one unit for one fault. */
  record Line(String cause, String code, String unit, BigDecimal points) {

    Line with(String who, BigDecimal changed) {
      return new Line(cause, code, who, changed);
    }
  }

  private final Function<PenaltyQuestion, Penalty> standard;

  /**
   * @param standard answers each question by the table of penalties
   */
  Scoring(Function<PenaltyQuestion, Penalty> standard) {
    this.standard = standard;
  }

  List<Line> score(List<Fault> faults, boolean leaderOrMedia, Sharing sharing) {
    List<Line> lines = new ArrayList<>(worstRounds(faults));
    faults.stream().filter(fault -> !fault.isOverdue()).map(this::line).forEach(lines::add);
    if (lines.isEmpty()) {
      return lines;
    }
    return shared(leaderOrMedia ? doubled(lines) : lines, sharing);
  }

  /** Overdue is judged once for each unit: of several stages the worst counts. */
  private List<Line> worstRounds(List<Fault> faults) {
    Map<String, Line> worst = new LinkedHashMap<>();
    for (Fault fault : faults) {
      if (fault.isOverdue()) {
        worst.merge(
            fault.unit(),
            overdue(fault),
            (one, other) -> one.points().compareTo(other.points()) >= 0 ? one : other);
      }
    }
    return List.copyOf(worst.values());
  }

  private Line overdue(Fault fault) {
    Line line = line(fault);
    return fault.urgent()
        ? line.with(fault.unit(), line.points().multiply(factor("urgentLimit")))
        : line;
  }

  private Line line(Fault fault) {
    Penalty penalty =
        standard.apply(new PenaltyQuestion(fault.trigger(), fault.multiple(), fault.count()));
    BigDecimal points = BigDecimal.valueOf(penalty.points());
    return new Line(fault.trigger(), penalty.code(), fault.unit(), points);
  }

  private List<Line> doubled(List<Line> lines) {
    BigDecimal factor = factor("leaderOrMedia");
    return lines.stream()
        .map(line -> line.with(line.unit(), line.points().multiply(factor)))
        .toList();
  }

  private List<Line> shared(List<Line> lines, Sharing sharing) {
    List<Line> shared = new ArrayList<>();
    Supplier<BigDecimal> share = once(() -> factor("coordinated"));
    for (Line line : lines) {
      if (sharing.isShared() && line.unit().equals(sharing.main())) {
        sharing.of(line.points(), share).forEach((unit, part) -> shared.add(line.with(unit, part)));
      } else {
        shared.add(line);
      }
    }
    return shared;
  }

  private BigDecimal factor(String trigger) {
    return BigDecimal.valueOf(standard.apply(new PenaltyQuestion(trigger, 0, 1)).factor());
  }

  private static Supplier<BigDecimal> once(Supplier<BigDecimal> asked) {
    BigDecimal[] answer = new BigDecimal[1];
    return () -> answer[0] == null ? answer[0] = asked.get() : answer[0];
  }
}
