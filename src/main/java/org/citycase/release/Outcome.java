package org.citycase.release;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import org.citycase.rules.Bilingual;

/**
 * What a rehearsal found. Of many changed cases the first are listed, by number; the totals count
 * all.
 *
 * @param edition of the draft
 * @param cases how many were reported in the period
 * @param otherRow cases whose answers stay and come from other rows
 * @param questions how many stored questions were asked again
 * @param different how many of them differ from each other
 * @param note why nothing could be found, when nothing was asked; else null
 */
record Outcome(
    String table,
    int edition,
    long cases,
    long changedTotal,
    List<ChangedCase> changed,
    long errorsTotal,
    List<Unanswered> errors,
    long otherRow,
    Totals totals,
    long questions,
    long different,
    long wallMillis,
    Bilingual note) {

  /** Of all changed cases. */
  record Totals(@JsonUnwrapped Sum all, List<UnitSum> byUnit, List<CategorySum> byCategory) {}

  /**
   * Sums over changed cases.
   *
   * @param changed how many
   * @param becameLate how many of them were on time before
   * @param becameOnTime how many of them were late before
   * @param points penalty points of all these cases before and after, also of those whose points
   *     stay as they are; a case whose points the penalty standard cannot tell is left out; null
   *     when no points follow of the table
   */
  record Sum(long changed, long becameLate, long becameOnTime, Pair<BigDecimal> points) {}

  /** The sum of one unit; a case that goes to another unit counts for both. */
  record UnitSum(String unit, @JsonUnwrapped Sum sum) {}

  /** The sum of one category. */
  record CategorySum(String category, @JsonUnwrapped Sum sum) {}
}
