package org.citycase.release;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citycase.casefile.CaseFile;
import org.citycase.rules.Bilingual;

/** Gathers what all threads of a rehearsal find. */
final class Findings {

  /** As many cases are listed; the totals count on. */
  static final int MOST_CHANGED = 20_000;

  static final int MOST_ERRORS = 1_000;

  private static final Bilingual NO_CASE =
      new Bilingual("该时段没有上报案件：请另选时段。", "No case was reported in this period: choose another one.");
  private static final Bilingual NO_QUESTION =
      new Bilingual(
          "该时段的案件没有问过这张表：试算看不出改动的影响。请另选时段；评价得分请在评价中比较。",
          "The cases of this period never asked this table, so a rehearsal cannot tell what the draft"
              + " changes: choose another period, or compare scores in the evaluation.");

  private final TreeMap<String, ChangedCase> changed = new TreeMap<>();
  private final TreeMap<String, Unanswered> errors = new TreeMap<>();
  private final Tally all = new Tally();
  private final Map<String, Tally> byUnit = new TreeMap<>();
  private final Map<String, Tally> byCategory = new TreeMap<>();
  private long cases;
  private long questions;
  private long otherRow;
  private long errorsTotal;
  private boolean pointsTold;

  synchronized void walked(int more, long asked) {
    cases += more;
    questions += asked;
  }

  synchronized void sameByAnotherRow() {
    otherRow++;
  }

  synchronized void failed(Unanswered error) {
    errorsTotal++;
    keep(errors, error.number(), error, MOST_ERRORS);
  }

  synchronized void changes(ChangedCase one, CaseFile file, Effect effect) {
    keep(changed, one.number(), one, MOST_CHANGED);
    all.add(effect);
    of(byCategory, file.category()).add(effect);
    countUnits(file, effect);
    countPoints(file, effect);
  }

  /** Lateness is that of the unit which had the case. */
  private void countUnits(CaseFile file, Effect effect) {
    Set<String> concerned = new TreeSet<>();
    String own = file.assignment().unit();
    if (effect.unit() != null) {
      add(concerned, effect.unit().before());
      add(concerned, effect.unit().after());
    } else {
      add(concerned, own);
    }
    for (String unit : concerned) {
      if (unit.equals(own)) {
        of(byUnit, unit).add(effect);
      } else {
        of(byUnit, unit).addWithoutMark();
      }
    }
  }

  private static void add(Set<String> units, String unit) {
    if (unit != null) {
      units.add(unit);
    }
  }

  private void countPoints(CaseFile file, Effect effect) {
    if (effect.points() == null) {
      return;
    }
    pointsTold = true;
    Map<String, BigDecimal> before = effect.points().before();
    Map<String, BigDecimal> after = effect.points().after();
    all.addPoints(Tally.sum(before), Tally.sum(after));
    of(byCategory, file.category()).addPoints(Tally.sum(before), Tally.sum(after));
    before.forEach((unit, points) -> of(byUnit, unit).addPoints(points, BigDecimal.ZERO));
    after.forEach((unit, points) -> of(byUnit, unit).addPoints(BigDecimal.ZERO, points));
  }

  synchronized Outcome outcome(Subject subject, long different, long wallMillis) {
    return new Outcome(
        subject.table(),
        subject.edition(),
        cases,
        all.sum(pointsTold).changed(),
        List.copyOf(changed.values()),
        errorsTotal,
        List.copyOf(errors.values()),
        otherRow,
        totals(),
        questions,
        different,
        wallMillis,
        note());
  }

  /** An owner must not take a table that was not asked for one that changes nothing. */
  private Bilingual note() {
    if (questions > 0) {
      return null;
    }
    return cases == 0 ? NO_CASE : NO_QUESTION;
  }

  private Outcome.Totals totals() {
    return new Outcome.Totals(
        all.sum(pointsTold),
        byUnit.entrySet().stream()
            .map(unit -> new Outcome.UnitSum(unit.getKey(), unit.getValue().sum(pointsTold)))
            .toList(),
        byCategory.entrySet().stream()
            .map(one -> new Outcome.CategorySum(one.getKey(), one.getValue().sum(pointsTold)))
            .toList());
  }

  private static Tally of(Map<String, Tally> sums, String key) {
    return sums.computeIfAbsent(key, k -> new Tally());
  }

  private static <T> void keep(TreeMap<String, T> kept, String key, T value, int most) {
    kept.put(key, value);
    if (kept.size() > most) {
      kept.pollLastEntry();
    }
  }
}
