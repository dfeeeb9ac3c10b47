package org.citycase.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citycase.trail.CaseTrail.Sealed;
import org.citycase.trail.Chain.Link;
import org.citycase.trail.Finding.Kind;

/** Looks in the logs of a trail for the heads that kept seals hold. */
final class SealedHeads implements TrailReader {

  private static final int TOLD = 5;

  private final Extent extent;
  private final Consumer<Finding> found;
  private final Map<String, List<Sealed>> heads = new TreeMap<>();
  private final SortedMap<Integer, Sealed> configuration = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private final SortedSet<String> beside = new TreeSet<>();
  private int same;

  SealedHeads(Extent extent, Consumer<Finding> found) {
    this.extent = extent;
    this.found = found;
  }

  /** A head to be looked for; of a single case those of the others are not kept. */
  void add(String number, Sealed head) {
    if (extent.caseNumber() == null || extent.caseNumber().equals(number)) {
      heads.computeIfAbsent(number, none -> new ArrayList<>()).add(head);
    } else {
      beside.add(number);
    }
  }

  /** An end of the configuration log to be looked for. */
  void add(Sealed end) {
    configuration.put(end.length(), end);
  }

  @Override
  public void begin(Extent told) {
    heads.values().forEach(some -> some.sort(Comparator.comparing(Sealed::length)));
  }

  @Override
  public void seal(List<String> seal) {
    // Compared before.
  }

  @Override
  public void configuration(List<String> entry) {
    Link link = ConfigurationTrail.link(entry);
    Sealed kept = configuration.get(link.seq());
    if (kept != null && link.isNamedBy(kept.hash())) {
      same = kept.length();
      configuration.remove(same);
    }
  }

  private void configured() {
    configuration.remove(0);
    if (extent.isWhole() && !configuration.isEmpty()) {
      Sealed first = configuration.get(configuration.firstKey());
      int from = first.length() > same ? same + 1 : 1;
      found.accept(
          Finding.of("configuration " + first.length(), Kind.ALTERED)
              .because(
                  "另行保管的封存 %d 记有它的另一个摘要：第 %d 至 %d 条中有被改写或删除的。"
                      .formatted(first.seal(), from, first.length()),
                  "The kept seal %d holds another hash of it: entries %d to %d are not those that were sealed."
                      .formatted(first.seal(), from, first.length())));
    }
  }

  @Override
  public void oneCase(CaseTrail trail) {
    List<Sealed> kept = heads.get(trail.number());
    if (kept == null || trail.head() == null && trail.log().isEmpty()) {
      return;
    }
    seen.add(trail.number());
    Map<Integer, Link> log =
        trail.log().stream()
            .map(CaseTrail::link)
            .collect(Collectors.toMap(Link::seq, Function.identity(), (one, other) -> one));
    int fits = 0;
    for (Sealed head : kept) {
      Link link = log.get(head.length());
      if (link == null || !link.isNamedBy(head.hash())) {
        differs(trail.number(), head, link == null, fits + 1);
        return;
      }
      fits = head.length();
    }
  }

  /** The first head that differs: what is behind it differs because of that. */
  private void differs(String number, Sealed head, boolean missing, int from) {
    found.accept(
        Finding.of(number, "log " + head.length(), missing ? Kind.MISSING : Kind.ALTERED)
            .because(
                "另行保管的封存 %d 记有该案件的 %d 条日志，末条摘要与此不符：第 %d 至 %d 条中有被改写的。"
                    .formatted(head.seal(), head.length(), from, head.length()),
                "The kept seal %d holds the case with %d log entries and another hash of the last: entries %d to %d are not those that were sealed."
                    .formatted(head.seal(), head.length(), from, head.length())));
  }

  @Override
  public void end(Ends ends) {
    configured();
    heads.forEach(
        (number, kept) -> {
          if (!seen.contains(number) && extent.surelyHolds(number)) {
            Sealed last = kept.get(kept.size() - 1);
            found.accept(
                Finding.of(number, "case file", Kind.MISSING)
                    .because(
                        "另行保管的封存 %d 记有该案件的 %d 条日志。".formatted(last.seal(), last.length()),
                        "The kept seal %d holds the case with %d log entries."
                            .formatted(last.seal(), last.length())));
          }
        });
  }

  /** The cases of the kept seals that may lie beside what is checked. */
  KeptSeals.Uncovered uncovered() {
    heads.keySet().stream()
        .filter(number -> !seen.contains(number) && !extent.surelyHolds(number))
        .forEach(beside::add);
    return new KeptSeals.Uncovered(beside.size(), beside.stream().limit(TOLD).toList());
  }
}
