package org.citycase.rules;

import java.util.ArrayList;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.rules.Review.Remark;

/**
 * Looks at a draft whose cells are sound: does it answer everything once, and what does it change?
 */
class Reviewer {

  private final Words words;
  private final KnownWords known;

  Reviewer(Words words, KnownWords known) {
    this.words = words;
    this.known = known;
  }

  Review review(TableFolder.Checked draft, CheckedTable before) {
    Coverage coverage = Coverage.of(draft.table(), before, draft.question(), known);
    List<Finding> findings = new ArrayList<>(CoverageFindings.of(coverage, words));
    findings.addAll(FarValues.between(before, draft.table(), words));
    return new Review(
        findings.stream().filter(Finding::fault).map(Remark::of).toList(),
        findings.stream().filter(finding -> !finding.fault()).map(Remark::of).toList(),
        Changes.between(before, draft.table(), words));
  }

  /** A draft with wrong cells: whether it answers everything is looked at when they are right. */
  Review refused(Refusal faulty, CheckedTable written, CheckedTable before) {
    List<String> keys = new ArrayList<>(List.of(""));
    written.columns().forEach(column -> keys.add(column.key()));
    long ids = written.rows().stream().map(TableRow::id).distinct().count();
    List<Change> changes =
        ids == written.rows().size() ? Changes.between(before, written, words) : List.of();
    return new Review(Review.faults(faulty, keys), List.of(), changes);
  }
}
