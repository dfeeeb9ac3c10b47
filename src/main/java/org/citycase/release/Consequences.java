package org.citycase.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.UnitChoices;
import org.citycase.clock.CaseLedger;
import org.citycase.clock.CityClock;
import org.citycase.clock.JudgedRound;
import org.citycase.clock.Limit;
import org.citycase.release.AskedCase.Answered;
import org.citycase.rules.Answerer.Asked;
import org.springframework.stereotype.Component;

/**
 * What would follow of a draft's answers for a case. People are taken to have done the same at the
 * same time: another limit moves the due instant, the on-time mark and the points; another unit
 * takes over the points of the one that had the case; another penalty moves the points.
 */
@Component
class Consequences {

  private static final String FILING = "filing-standard";
  private static final String PENALTY = "penalty";

  private final UnitPoints points;
  private final UnitChoices units;
  private final StoredFacts facts;
  private final CityClock clock;

  Consequences(UnitPoints points, UnitChoices units, StoredFacts facts, CityClock clock) {
    this.points = points;
    this.units = units;
    this.facts = facts;
    this.clock = clock;
  }

  /** Whether anything beyond the answer follows of this table. */
  boolean followFrom(String table) {
    return table.equals(FILING) || table.equals(PENALTY) || units.followFrom(table);
  }

  /**
   * What follows for one case.
   *
   * @param ledger null of a case without a clock
   */
  Effect of(Subject subject, AskedCase asked, CaseFile file, CaseLedger ledger) {
    if (subject.table().equals(FILING)) {
      return ofLimits(asked, file, ledger);
    }
    if (units.followFrom(subject.table())) {
      return ofUnit(subject, asked.lastChanged(), file, ledger);
    }
    return subject.table().equals(PENALTY) ? ofPoints(subject, asked, file, ledger) : Effect.NONE;
  }

  private Effect ofLimits(AskedCase asked, CaseFile file, CaseLedger ledger) {
    List<JudgedRound> own = ledger == null ? List.of() : ledger.rounds();
    OtherLimits limits = OtherLimits.of(asked, own, facts);
    if (!limits.any()) {
      return Effect.ofLimit(
          ofLast(asked), UnitPoints.both(() -> points.of(file, own), same -> same));
    }
    List<JudgedRound> before = limits.unfiledBefore() ? List.of() : ledger.under(limits.before());
    List<JudgedRound> after = limits.unfiledAfter() ? List.of() : ledger.under(limits.after());
    return new Effect(
        null,
        Pair.ofDifferent(limitOf(before), limitOf(after)),
        Pair.ofDifferent(dueOf(before), dueOf(after)),
        Pair.ofDifferent(onTime(before), onTime(after)),
        UnitPoints.both(() -> points.of(file, before), old -> points.of(file, after)));
  }

  /** The limit of a case that is not dispatched yet, or was closed at once. */
  private static Pair<Limit> ofLast(AskedCase asked) {
    Answered last = asked.last();
    return last.answers().differ()
        ? Pair.ofDifferent(
            OtherLimits.limit(last.answers().before()), OtherLimits.limit(last.answers().after()))
        : null;
  }

  private static JudgedRound last(List<JudgedRound> rounds) {
    return rounds.get(rounds.size() - 1);
  }

  private static Limit limitOf(List<JudgedRound> rounds) {
    return rounds.isEmpty() ? null : last(rounds).round().limit();
  }

  private static Instant dueOf(List<JudgedRound> rounds) {
    return rounds.isEmpty() ? null : last(rounds).due();
  }

  private static Boolean onTime(List<JudgedRound> rounds) {
    return rounds.isEmpty() ? null : !last(rounds).round().overdue();
  }

  private Effect ofUnit(Subject subject, Answered changed, CaseFile file, CaseLedger ledger) {
    Map<String, Object> question = facts.of(changed.asked().question());
    String before = unit(subject, file, question, changed.answers().before());
    String after = unit(subject, file, question, changed.answers().after());
    Pair<String> unit = Pair.ofDifferent(before, after);
    boolean wentThere = before != null && before.equals(file.assignment().unit());
    boolean handedOver = unit != null && after != null && wentThere;
    List<JudgedRound> rounds = ledger == null ? List.of() : ledger.rounds();
    return Effect.ofUnit(
        unit,
        UnitPoints.both(
            () -> points.of(file, rounds),
            old -> handedOver ? UnitPoints.handedOver(old, before, after) : old));
  }

  private String unit(Subject subject, CaseFile file, Map<String, Object> question, Asked asked) {
    return asked == null ? null : units.unit(file, subject.table(), question, asked.answer());
  }

  private Effect ofPoints(Subject subject, AskedCase asked, CaseFile file, CaseLedger ledger) {
    List<JudgedRound> rounds = ledger == null ? List.of() : ledger.rounds();
    LocalDate on = day(asked.last().asked().basis());
    return Effect.ofPoints(
        UnitPoints.both(
            () -> points.by(subject.before(), on, file, rounds),
            old -> points.by(subject.after(), on, file, rounds)));
  }

  /** The day whose rows are valid for a question with this basis. */
  LocalDate day(Instant basis) {
    return LocalDate.ofInstant(basis, clock.getZone());
  }
}
