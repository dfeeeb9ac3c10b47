package org.citycase.trail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.citycase.trail.Finding.Kind;

/**
 * A case's dossier (案件档案): its trail as {@code trail.ndjson.gz}, the pictures, and files to be
 * read. The log proves trail, pictures, receipts and ledger; the other files are only compared with
 * the list of SHA-256 beside them, which nothing proves.
 */
final class DossierZip implements KeptPhotos, AutoCloseable {

  static final String TRAIL = "trail.ndjson.gz";
  static final String MANIFEST = "manifest.sha256";
  private static final String PHOTOS = "photos/";
  private static final Set<String> PROVEN =
      Set.of(TRAIL, MANIFEST, DossierRows.RECEIPTS, DossierRows.LEDGER);

  private final ZipFile zip;
  private final Map<String, ZipEntry> files = new TreeMap<>();
  private final Map<String, ZipEntry> photos = new HashMap<>();
  private final List<String> doubled = new ArrayList<>();

  DossierZip(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
    zip.stream().filter(entry -> !entry.isDirectory()).forEach(this::add);
  }

  private void add(ZipEntry entry) {
    String name = entry.getName();
    boolean again = files.put(name, entry) != null;
    if (name.startsWith(PHOTOS)) {
      String sha256 = name.substring(PHOTOS.length()).replaceFirst("\\..*$", "");
      again |= photos.put(sha256, entry) != null;
    }
    if (again) {
      doubled.add(name);
    }
  }

  InputStream trail() throws IOException {
    return open(TRAIL);
  }

  private InputStream open(String name) throws IOException {
    ZipEntry entry = files.get(name);
    if (entry == null) {
      throw new UnreadableTrail(
          "ZIP 中没有 %1$s：请给出案件档案或导出。The ZIP holds no %1$s: name a dossier or an export of CityCase."
              .formatted(name));
    }
    return zip.getInputStream(entry);
  }

  /** Compares the files with the list of their hashes, and the rows among them with the trail. */
  void check(Trails trail, Consumer<Finding> found) throws IOException {
    doubled.forEach(
        name ->
            found.accept(
                Finding.of("dossier " + name, Kind.ADDED)
                    .because("它不止一份。", "There is more than one of it.")));
    Map<String, String> listed = files.containsKey(MANIFEST) ? manifest() : null;
    if (listed == null) {
      found.accept(Finding.of("dossier " + MANIFEST, Kind.MISSING));
    } else {
      compare(listed, found);
    }
    for (String name : List.of(DossierRows.RECEIPTS, DossierRows.LEDGER)) {
      if (files.containsKey(name)) {
        try (InputStream in = open(name)) {
          trail.tell(new DossierRows(name, in.readAllBytes(), found));
        }
      } else if (listed == null || !listed.containsKey(name)) {
        found.accept(Finding.of("dossier " + name, Kind.MISSING));
      }
    }
  }

  private Map<String, String> manifest() throws IOException {
    Map<String, String> listed = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(MANIFEST), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] sides = line.split("  ", 2);
        listed.put(sides[sides.length - 1], sides[0]);
      }
    }
    return listed;
  }

  /** The log names the pictures itself: one of them is told by its own hash. */
  private void compare(Map<String, String> listed, Consumer<Finding> found) throws IOException {
    for (Map.Entry<String, ZipEntry> file : files.entrySet()) {
      String name = file.getKey();
      String sha256 = listed.remove(name);
      if (sha256 == null && !name.equals(MANIFEST)) {
        found.accept(
            Finding.of("dossier " + name, Kind.ADDED)
                .because("它不在 manifest.sha256 中。", "It is not listed in manifest.sha256."));
      } else if (sha256 != null
          && !name.startsWith(PHOTOS)
          && !sha256.equals(sha256(file.getValue()))) {
        found.accept(
            Finding.of("dossier " + name, Kind.ALTERED)
                .because("其摘要与 manifest.sha256 不符。", "Its hash is not that in manifest.sha256."));
      }
    }
    listed.keySet().stream()
        .filter(name -> !name.startsWith(PHOTOS))
        .forEach(name -> found.accept(Finding.of("dossier " + name, Kind.MISSING)));
  }

  /** The files that nothing proves. */
  List<String> unproven() {
    return files.keySet().stream()
        .filter(name -> !PROVEN.contains(name) && !name.startsWith(PHOTOS))
        .toList();
  }

  private String sha256(ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return Canonical.sha256(in);
    }
  }

  @Override
  public String sha256(String name) {
    ZipEntry entry = photos.get(name);
    try {
      return entry == null ? null : sha256(entry);
    } catch (IOException e) {
      throw new UncheckedIOException("The photo " + name + " cannot be read.", e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
