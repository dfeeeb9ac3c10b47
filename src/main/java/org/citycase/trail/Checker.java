package org.citycase.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.citycase.trail.Chain.Flaw;
import org.citycase.trail.Chain.Link;
import org.citycase.trail.Finding.Kind;

/**
 * Recomputes every hash of a trail and tells what does not fit: per case the log first, then the
 * case file, the witnessed rows, the photos and the seals. It needs nothing but what it is told.
 */
public final class Checker implements TrailReader {

  private final KeptPhotos photos;
  private final Consumer<Finding> found;
  private final LongConsumer walked;
  private final SealChain seals;
  private final List<Link> configuration = new ArrayList<>();
  private Extent extent;
  private Tally tally = new Tally(0, 0, 0, 0, 0, 0);

  /**
   * @param photos null when the pictures are not at hand
   * @param found told each finding as it is found
   * @param walked told after each case how many were checked so far
   */
  public Checker(KeptPhotos photos, Consumer<Finding> found, LongConsumer walked) {
    this.photos = photos;
    this.found = found;
    this.walked = walked;
    this.seals = new SealChain(found);
  }

  /**
   * What was checked.
   *
   * @param unwitnessed cases whose log does not vouch for their rows yet, because they are older
   */
  public record Tally(
      long cases, long entries, long rows, long photos, long seals, long unwitnessed) {

    private Tally and(Tally other) {
      return new Tally(
          cases + other.cases,
          entries + other.entries,
          rows + other.rows,
          photos + other.photos,
          seals + other.seals,
          unwitnessed + other.unwitnessed);
    }
  }

  /** What was checked so far. */
  public Tally tally() {
    return tally;
  }

  /** The root hashes of the seals by their numbers. */
  Map<Integer, String> roots() {
    return seals.roots();
  }

  Extent extent() {
    return extent;
  }

  @Override
  public void begin(Extent told) {
    extent = told;
  }

  @Override
  public void seal(List<String> seal) {
    seals.add(seal);
    tally = tally.and(new Tally(0, 0, 0, 0, 1, 0));
  }

  @Override
  public void configuration(List<String> entry) {
    configuration.add(ConfigurationTrail.link(entry));
    tally = tally.and(new Tally(0, 1, 0, 0, 0, 0));
  }

  @Override
  public void oneCase(CaseTrail trail) {
    List<Link> links = trail.log().stream().map(CaseTrail::link).toList();
    if (trail.head() == null && links.isEmpty() && !trail.sealed().isEmpty()) {
      found.accept(deleted(trail));
      seals.add(trail, links, false);
      return;
    }
    CaseCheck check = new CaseCheck(trail, links, found);
    tally = tally.and(check.check(photos));
    seals.add(trail, links, check.isWhole());
    walked.accept(tally.cases());
  }

  private static Finding deleted(CaseTrail trail) {
    CaseTrail.Sealed last = trail.sealed().get(trail.sealed().size() - 1);
    return Finding.of(trail.number(), "case file", Kind.MISSING)
        .because(
            "整个案件已被删除：封存 %d 记有它的 %d 条日志。".formatted(last.seal(), last.length()),
            "The whole case was deleted: seal %d holds it with %d log entries."
                .formatted(last.seal(), last.length()));
  }

  /** The number a text stands for; null when it is none. */
  static Integer number(String text) {
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @Override
  public void end(Ends ends) {
    if (ends == null) {
      seals.end(null, null, extent);
      return;
    }
    Chain.Head head = new Chain.Head(number(ends.configurationLength()), ends.configurationHash());
    for (Flaw flaw : new Chain(configuration, head).flaws()) {
      String what = "configuration " + (flaw.seq() == null ? "head" : flaw.seq().toString());
      found.accept(Finding.of(what, flaw.kind()));
    }
    seals.end(ends, configuration, extent);
  }
}
