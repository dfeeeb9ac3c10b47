package org.citycase.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citycase.dossier.CaseStory;

/**
 * The clock's ledger as a bar: each stretch a part as wide as its share of the time.
 *
 * @param states those that occur, for the legend
 */
record LedgerPicture(List<Part> parts, Set<String> states) {

  /** The bar is this wide in units of its own; the page stretches it. */
  private static final double WIDTH = 1000;

  /** Thinner parts could not be seen. */
  private static final double THINNEST = 2;

  record Part(double x, double width, CaseStory.Bar bar) {}

  static LedgerPicture of(List<CaseStory.Bar> ledger) {
    double drawn =
        ledger.stream().mapToDouble(bar -> Math.max(THINNEST, bar.share() * WIDTH)).sum();
    List<Part> parts = new ArrayList<>();
    double x = 0;
    for (CaseStory.Bar bar : ledger) {
      double width = Math.max(THINNEST, bar.share() * WIDTH) * WIDTH / drawn;
      parts.add(new Part(rounded(x), rounded(width), bar));
      x += width;
    }
    return new LedgerPicture(
        parts,
        ledger.stream()
            .map(CaseStory.Bar::state)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static double rounded(double place) {
    return Math.round(place * 100) / 100.0;
  }
}
