package org.citycase.trail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.citycase.trail.CaseTrail.Sealed;
import org.citycase.trail.Chain.Flaw;
import org.citycase.trail.Chain.Link;
import org.citycase.trail.Finding.Kind;

/** The seals of a trail while it is checked, each against the heads of the cases it holds. */
final class SealChain {

  private static final int MOST_DIFFERING = 100_000;

  private final Consumer<Finding> found;
  private final Map<Integer, List<String>> seals = new TreeMap<>();
  private final Map<Integer, SealRow.Heads> heads = new TreeMap<>();
  private final List<Differing> differing = new ArrayList<>();

  SealChain(Consumer<Finding> found) {
    this.found = found;
  }

  private record Differing(String caseNumber, Sealed sealed, boolean missing) {}

  void add(List<String> seal) {
    int seq = Chain.seq(seal.get(0));
    seals.put(seq, seal);
    heads.put(seq, new SealRow.Heads());
  }

  /** The root hashes by the numbers of the seals. */
  Map<Integer, String> roots() {
    return seals.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, seal -> String.valueOf(value(seal.getValue(), "root_hash"))));
  }

  /**
   * Compares the log of a case with the heads that were sealed.
   *
   * @param whole whether nothing was found in the log itself
   */
  void add(CaseTrail trail, List<Link> links, boolean whole) {
    Map<Integer, Link> log =
        links.stream().collect(Collectors.toMap(Link::seq, link -> link, (one, other) -> one));
    for (Sealed sealed : trail.sealed()) {
      SealRow.Heads all = heads.get(sealed.seal());
      if (all == null) {
        found.accept(Finding.of(trail.number(), "seal " + sealed.seal(), Kind.ADDED));
        continue;
      }
      all.add(trail.number(), sealed.length(), sealed.hash());
      Link link = log.get(sealed.length());
      boolean same = link != null && link.isNamedBy(sealed.hash());
      if (whole && !same && differing.size() < MOST_DIFFERING) {
        differing.add(new Differing(trail.number(), sealed, link == null));
      }
    }
  }

  /**
   * Checks the seals themselves.
   *
   * @param ends null when the trail is not whole
   * @param configuration the entries of the configuration log; null likewise
   */
  void end(TrailReader.Ends ends, List<Link> configuration, Extent extent) {
    Set<Integer> flawed = new HashSet<>();
    if (ends == null) {
      for (Link link : links()) {
        if (!link.isWhole()) {
          tell(link.seq(), Kind.ALTERED, flawed);
        }
      }
    } else {
      chain(ends, flawed);
      seals.keySet().forEach(seq -> sums(seq, flawed));
      configured(configuration, flawed);
    }
    differing.forEach(one -> tell(one, flawed, ends != null));
  }

  private List<Link> links() {
    return seals.entrySet().stream().map(seal -> link(seal.getKey(), seal.getValue())).toList();
  }

  private static Link link(int seq, List<String> seal) {
    int root = SealRow.COLUMNS.indexOf("root_hash");
    return new Link(
        seq, value(seal, "previous_hash"), seal.get(root), Canonical.hash(seal.subList(0, root)));
  }

  private static String value(List<String> seal, String column) {
    return seal.get(SealRow.COLUMNS.indexOf(column));
  }

  private void chain(TrailReader.Ends ends, Set<Integer> flawed) {
    Chain.Head head = new Chain.Head(Checker.number(ends.seals()), ends.root());
    for (Flaw flaw : new Chain(links(), head).flaws()) {
      if (flaw.seq() == null) {
        found.accept(Finding.of("seals end", flaw.kind()));
      } else {
        tell(flaw.seq(), flaw.kind(), flawed);
      }
    }
  }

  /** A seal whose heads do not sum up to what it says: one was altered, removed or added. */
  private void sums(int seq, Set<Integer> flawed) {
    List<String> seal = seals.get(seq);
    SealRow.Heads summed = heads.get(seq);
    boolean same =
        Integer.toString(summed.count()).equals(value(seal, "cases"))
            && summed.hash().equals(value(seal, "heads_hash"));
    if (!same && flawed.add(seq)) {
      found.accept(
          Finding.of("seal " + seq, Kind.ALTERED)
              .because(
                  "它所记的各案件链头与其摘要不符。", "The heads of cases it holds do not sum up to its hash."));
    }
  }

  private void configured(List<Link> configuration, Set<Integer> flawed) {
    Map<Integer, Link> log =
        configuration.stream()
            .collect(Collectors.toMap(Link::seq, link -> link, (one, other) -> one));
    seals.forEach(
        (seq, seal) -> {
          Integer length = Checker.number(value(seal, "configuration_length"));
          Link link = length == null ? null : log.get(length);
          boolean same =
              link == null
                  ? Integer.valueOf(0).equals(length)
                  : link.isNamedBy(value(seal, "configuration_hash"));
          if (!same && !flawed.contains(seq)) {
            found.accept(
                Finding.of("configuration " + length, link == null ? Kind.MISSING : Kind.ALTERED)
                    .because(
                        "封存 %d 记有它的另一个摘要。".formatted(seq),
                        "Seal %d holds it with another hash.".formatted(seq)));
          }
        });
  }

  private void tell(int seq, Kind kind, Set<Integer> flawed) {
    flawed.add(seq);
    found.accept(Finding.of("seal " + seq, kind));
  }

  /** When the seal itself is as it was made, the log was written anew; else the seal was. */
  private void tell(Differing one, Set<Integer> flawed, boolean whole) {
    int seal = one.sealed().seal();
    if (flawed.contains(seal)) {
      found.accept(Finding.of(one.caseNumber(), "seal " + seal, Kind.ALTERED));
      return;
    }
    Kind kind = one.missing() ? Kind.MISSING : whole ? Kind.ALTERED : Kind.UNPROVEN;
    found.accept(
        Finding.of(one.caseNumber(), "log " + one.sealed().length(), kind)
            .because(
                "封存 %d 记有此处的另一个摘要。".formatted(seal),
                "Seal %d holds another hash there.".formatted(seal)));
  }
}
