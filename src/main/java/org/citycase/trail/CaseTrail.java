package org.citycase.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that is checked of one case, every value as {@linkplain EvidenceText canonical text} or null.
 *
 * @param head what the case file says of its log; null when there is no case file
 * @param log the entries in the order of their numbers, each with the columns {@link #LOG}
 * @param rows the witnessed rows of each kind, each with the kind's columns
 * @param sealed the lengths of the log that were sealed
 */
public record CaseTrail(
    String number,
    Head head,
    List<List<String>> log,
    Map<Evidence, List<List<String>>> rows,
    List<Sealed> sealed) {

  /** The columns of a log entry, as exports hold them. */
  public static final List<String> LOG =
      List.of(
          "case_number",
          "seq",
          "at",
          "actor",
          "action",
          "from_state",
          "to_state",
          "reason",
          "data",
          "clock",
          "previous_hash",
          "hash",
          "trace");

  /** Where a case's log ends, and what else of the case file no row hash covers. */
  public record Head(
      String length, String hash, String traced, String erasedAt, Reporter reporter) {}

  /** A length of the log that a seal holds, and the hash the log ended with then. */
  public record Sealed(int seal, int length, String hash) {}

  /** Whether the reporter's name and phone are those the case file holds a digest of. */
  public enum Reporter {
    /** There is no personal data and no digest. */
    NONE,
    WHOLE,
    ALTERED,
    /** The data is gone with the key of its digest. */
    ERASED
  }

  CaseTrail with(Head other) {
    return new CaseTrail(number, other, log, rows, sealed);
  }

  CaseTrail with(List<Sealed> others) {
    return new CaseTrail(number, head, log, rows, others);
  }

  static Chain.Link link(List<String> entry) {
    List<String> fields = new ArrayList<>(entry.subList(0, LOG.indexOf("hash")));
    String trace = entry.get(LOG.indexOf("trace"));
    if (trace != null) {
      fields.add(trace);
    }
    return new Chain.Link(
        Chain.seq(entry.get(LOG.indexOf("seq"))),
        entry.get(LOG.indexOf("previous_hash")),
        entry.get(LOG.indexOf("hash")),
        Canonical.hash(fields));
  }
}
