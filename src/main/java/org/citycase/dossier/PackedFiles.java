package org.citycase.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.citycase.trail.Canonical;

/**
 * The files of a ZIP, the large ones still where they are kept.
 *
 * @param made files made for it, by name
 * @param kept files that are copied as they are kept; one that is lost is named in the list, the
 *     ZIP does without
 */
public record PackedFiles(Map<String, byte[]> made, Map<Kept, Source> kept) {

  private static final String MANIFEST = "manifest.sha256";

  /** The name of a file in the ZIP and the SHA-256 its content is kept under. */
  public record Kept(String name, String sha256) {}

  /** Opens a file when it is its turn; empty when it is lost. */
  @FunctionalInterface
  public interface Source {
    Optional<InputStream> open() throws IOException;
  }

  /**
   * Writes the ZIP, the list of the SHA-256 of all files last.
   *
   * @param out is left open
   */
  public void write(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (Map.Entry<String, byte[]> file : made.entrySet()) {
      zip.putNextEntry(new ZipEntry(file.getKey()));
      zip.write(file.getValue());
    }
    for (Map.Entry<Kept, Source> file : kept.entrySet()) {
      Optional<InputStream> content = file.getValue().open();
      if (content.isPresent()) {
        try (InputStream in = content.get()) {
          zip.putNextEntry(new ZipEntry(file.getKey().name()));
          in.transferTo(zip);
        }
      }
    }
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(manifest().getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }

  private String manifest() {
    StringBuilder lines = new StringBuilder();
    made.forEach((name, content) -> line(lines, Canonical.sha256(content), name));
    kept.keySet().forEach(file -> line(lines, file.sha256(), file.name()));
    return lines.toString();
  }

  private static void line(StringBuilder lines, String sha256, String name) {
    lines.append(sha256).append("  ").append(name).append('\n');
  }
}
