package org.citycase.trail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citycase.trail.CaseTrail.Sealed;

/**
 * A seal as a file of its own, to be kept where nobody of the service can change it: CSV, the
 * columns of the seal and its values, then one line per case whose log grew since the seal before.
 */
public final class SealFile {

  /** The names of the columns of the lines of cases. */
  public static final List<String> HEAD = List.of("case", "length", "hash");

  private final Path file;
  private final List<String> seal;

  private SealFile(Path file, List<String> seal) {
    this.file = file;
    this.seal = seal;
  }

  /** A line of the file. */
  public static String line(List<?> values) {
    return String.join(",", values.stream().map(String::valueOf).toList()) + "\r\n";
  }

  /**
   * Reads the first lines of a kept file.
   *
   * @throws UnreadableTrail when it is none
   */
  static SealFile of(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      List<String> columns = split(lines.readLine());
      List<String> seal = split(lines.readLine());
      if (!columns.equals(SealRow.COLUMNS) || seal.size() != columns.size()) {
        throw new UnreadableTrail(
            "%s is no seal: name files of /api/audit/seals/{day} only.".formatted(file));
      }
      return new SealFile(file, seal);
    } catch (IOException e) {
      throw new UnreadableTrail("The seal %s cannot be read.".formatted(file), e);
    }
  }

  int seq() {
    Integer seq = Checker.number(seal.get(0));
    if (seq == null) {
      throw new UnreadableTrail("The seal %s has no number.".formatted(file));
    }
    return seq;
  }

  String root() {
    return seal.get(SealRow.COLUMNS.indexOf("root_hash"));
  }

  /** How long the configuration log was, and the hash it ended with. */
  Sealed configuration() {
    Integer length = Checker.number(seal.get(SealRow.COLUMNS.indexOf("configuration_length")));
    return new Sealed(
        seq(),
        length == null ? 0 : length,
        seal.get(SealRow.COLUMNS.indexOf("configuration_hash")));
  }

  /** The heads by case numbers. */
  Map<String, Sealed> heads() {
    Map<String, Sealed> heads = new TreeMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines
          .lines()
          .skip(3)
          .map(SealFile::split)
          .filter(values -> values.size() == HEAD.size() && Checker.number(values.get(1)) != null)
          .forEach(
              values ->
                  heads.put(
                      values.get(0),
                      new Sealed(seq(), Integer.parseInt(values.get(1)), values.get(2))));
      return heads;
    } catch (IOException e) {
      throw new UnreadableTrail("The seal %s cannot be read.".formatted(file), e);
    }
  }

  /** Whether its hashes are those of its values, so that the file was not altered itself. */
  boolean isWhole(Map<String, Sealed> heads) {
    int root = SealRow.COLUMNS.indexOf("root_hash");
    SealRow.Heads sum = new SealRow.Heads();
    heads.forEach((number, head) -> sum.add(number, head.length(), head.hash()));
    return Canonical.hash(seal.subList(0, root)).equals(root())
        && sum.hash().equals(seal.get(SealRow.COLUMNS.indexOf("heads_hash")));
  }

  private static List<String> split(String line) {
    return line == null ? List.of() : new ArrayList<>(List.of(line.split(",", -1)));
  }
}
