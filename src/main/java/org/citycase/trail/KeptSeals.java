package org.citycase.trail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.citycase.trail.CaseTrail.Sealed;
import org.citycase.trail.Finding.Kind;

/**
 * Seals that were kept outside the service: each must be the one the trail has, and every head it
 * holds must be in the log of its case.
 */
public final class KeptSeals {

  private final List<SealFile> files;

  private KeptSeals(List<SealFile> files) {
    this.files = files;
  }

  /**
   * The seals of a file, or of all files of a folder.
   *
   * @throws UnreadableTrail when there is none
   */
  public static KeptSeals in(Path place) {
    try (Stream<Path> found = Files.walk(place, 1)) {
      List<SealFile> files =
          found
              .filter(file -> file.getFileName().toString().endsWith(".csv"))
              .sorted()
              .map(SealFile::of)
              .toList();
      if (files.isEmpty()) {
        throw new UnreadableTrail("There is no seal (*.csv) in %s.".formatted(place));
      }
      return new KeptSeals(files);
    } catch (IOException e) {
      throw new UnreadableTrail("The seals in %s cannot be read.".formatted(place), e);
    }
  }

  /**
   * Compares the trail with these seals.
   *
   * @return how many cases the seals hold that the trail does not, because it is a part only
   */
  Uncovered check(Trails trails, Checker checked, Consumer<Finding> found) {
    Extent extent = checked.extent();
    Map<Integer, String> roots = checked.roots();
    SealedHeads search = new SealedHeads(extent, found);
    for (SealFile file : files) {
      Map<String, Sealed> held = file.heads();
      if (!file.isWhole(held) || !file.root().equals(roots.get(file.seq()))) {
        differs(file, held, roots.containsKey(file.seq()), extent, found);
      }
      held.forEach(search::add);
      search.add(file.configuration());
    }
    trails.tell(search);
    return search.uncovered();
  }

  /** Cases that kept seals hold and that were not checked, with the first of their numbers. */
  record Uncovered(long cases, List<String> first) {}

  private static void differs(
      SealFile file,
      Map<String, Sealed> held,
      boolean there,
      Extent extent,
      Consumer<Finding> found) {
    String seal = "seal " + file.seq();
    if (!file.isWhole(held)) {
      found.accept(
          Finding.of(seal, Kind.UNPROVEN)
              .because("另行保管的封存文件本身被改动过。", "The kept file of this seal was altered itself."));
    } else if (there || extent.isWhole() || held.keySet().stream().anyMatch(extent::surelyHolds)) {
      found.accept(
          Finding.of(seal, there ? Kind.ALTERED : Kind.MISSING)
              .because("另行保管的封存与此不符。", "The seal that was kept outside reads otherwise."));
    }
  }
}
