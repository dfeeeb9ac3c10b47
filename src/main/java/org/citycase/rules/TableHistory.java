package org.citycase.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.citycase.Refusal;

/**
 * The versions of one table, oldest first. They take effect in the order of their numbers, so at
 * every instant exactly one of them answers.
 *
 * @param versions without those taken back
 */
record TableHistory(String table, List<TableVersion> versions) {

  /** The version that answers at an instant; the first one answers for all time before it. */
  TableVersion at(Instant instant) {
    return versions.get(indexAt(instant));
  }

  /**
   * The version that answers now for a case that is filed: the one in force then, or what has
   * corrected it since.
   */
  TableVersion keptSince(Filings.Filed filed, Instant now) {
    int kept = indexAt(filed.at());
    while (kept > 0 && versions.get(kept).seq() > filed.publication()) {
      kept--;
    }
    while (kept + 1 < versions.size() && corrects(versions.get(kept + 1), now)) {
      kept++;
    }
    return versions.get(kept);
  }

  /** The newest version, which may not have taken effect yet. */
  TableVersion latest() {
    return versions.get(versions.size() - 1);
  }

  /** The version that waits for its effective instant. */
  Optional<TableVersion> scheduled(Instant now) {
    return Optional.of(latest())
        .filter(version -> versions.size() > 1 && version.effectiveAt().isAfter(now));
  }

  /** The version in force now and those that wait for their instants. */
  List<TableVersion> coming(Instant now) {
    return versions.subList(indexAt(now), versions.size());
  }

  /** The newest publication of exactly this text. */
  TableVersion of(String version) {
    return versions.stream()
        .filter(each -> each.version().equals(version))
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.Kind.UNKNOWN,
                    "Table %s has no version %s; its history names those it has."
                        .formatted(table, version)));
  }

  private int indexAt(Instant instant) {
    int index = versions.size() - 1;
    while (index > 0 && versions.get(index).effectiveAt().isAfter(instant)) {
      index--;
    }
    return index;
  }

  private static boolean corrects(TableVersion version, Instant now) {
    return version.correction() && !version.effectiveAt().isAfter(now);
  }
}
