package org.citycase.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.citycase.trail.Canonical;

/**
 * The files of a ZIP, the large ones still on disk.
 *
 * @param made files made for it, by name
 * @param kept files that are copied as they lie on disk
 * @param missing files that are lost: the list names them, the ZIP does without
 */
public record PackedFiles(Map<String, byte[]> made, Map<Kept, Path> kept, Set<Kept> missing) {

  private static final String MANIFEST = "manifest.sha256";

  /** The name of a file in the ZIP and the SHA-256 its content is kept under. */
  public record Kept(String name, String sha256) {}

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
    for (Map.Entry<Kept, Path> file : kept.entrySet()) {
      zip.putNextEntry(new ZipEntry(file.getKey().name()));
      Files.copy(file.getValue(), zip);
    }
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(manifest().getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }

  private String manifest() {
    StringBuilder lines = new StringBuilder();
    made.forEach((name, content) -> line(lines, Canonical.sha256(content), name));
    kept.keySet().forEach(file -> line(lines, file.sha256(), file.name()));
    missing.forEach(file -> line(lines, file.sha256(), file.name()));
    return lines.toString();
  }

  private static void line(StringBuilder lines, String sha256, String name) {
    lines.append(sha256).append("  ").append(name).append('\n');
  }
}
