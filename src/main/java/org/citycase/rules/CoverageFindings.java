package org.citycase.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the coverage of a table leaves to be desired, in sentences. */
final class CoverageFindings {

  private final Coverage coverage;
  private final Wording wording;
  private final List<Finding> findings = new ArrayList<>();

  private CoverageFindings(Coverage coverage, Words words) {
    this.coverage = coverage;
    this.wording = new Wording(words, coverage.table().name());
  }

  /** Gaps, overlaps and unreachable rows; a fault is what the table in force does better. */
  static List<Finding> of(Coverage coverage, Words words) {
    CoverageFindings found = new CoverageFindings(coverage, words);
    coverage.gaps().forEach(found::gap);
    coverage.overlaps().forEach(found::overlap);
    coverage.unreachable().forEach(found::unreachable);
    if (!coverage.complete()) {
      found.add(Finding.Kind.UNCHECKED, null, false, Phrase.UNCHECKED.with());
    }
    return List.copyOf(found.findings);
  }

  private void gap(Coverage.Gap gap) {
    Bilingual region = wording.told(gap.region());
    if (gap.region().stream().anyMatch(CoverageFindings::leavesAChoice)) {
      Map<String, String> example = new LinkedHashMap<>(gap.example());
      example.keySet().retainAll(gap.region().stream().map(Told::property).toList());
      region = Phrase.GAP_EXAMPLE.with(region, wording.facts(example));
    }
    Bilingual sentence =
        gap.answered().isEmpty()
            ? Phrase.GAP.with(region)
            : Phrase.GAP_NEW.with(region, gap.answered());
    add(Finding.Kind.GAP, null, !gap.old(), sentence);
  }

  private static boolean leavesAChoice(Told told) {
    return told.words().size() > 1
        || told.ranges().size() > 1
        || told.ranges().stream().anyMatch(range -> !"=".equals(range.above()));
  }

  private void overlap(Coverage.Overlap overlap) {
    TableRow first = overlap.first();
    TableRow second = overlap.second();
    Bilingual region = wording.told(overlap.region());
    Bilingual sentence =
        coverage.table().prioritised()
            ? Phrase.OVERLAP.with(
                line(first), first.id(), line(second), second.id(), overlap.priority(), region)
            : Phrase.OVERLAP_UNRANKED.with(
                line(first), first.id(), line(second), second.id(), region);
    add(Finding.Kind.OVERLAP, second, !overlap.old(), sentence);
  }

  private void unreachable(Coverage.Unreachable unreachable) {
    String id = unreachable.row().id();
    List<String> by = unreachable.by();
    Bilingual names =
        Bilingual.joined(by.stream().map(Bilingual::same).toList(), Phrase.LIST.with());
    Bilingual sentence =
        switch (by.size()) {
          case 0 -> Phrase.CONTRADICTION.with(id);
          case 1 -> Phrase.UNREACHABLE.with(id, names, unreachable.above());
          default -> Phrase.UNREACHABLE_TOGETHER.with(id, unreachable.priority(), names);
        };
    add(Finding.Kind.UNREACHABLE, unreachable.row(), !unreachable.old(), sentence);
  }

  private void add(Finding.Kind kind, TableRow row, boolean fault, Bilingual sentence) {
    findings.add(new Finding(kind, row == null ? null : line(row), null, null, fault, sentence));
  }

  private static int line(TableRow row) {
    return row.line() + 1;
  }
}
