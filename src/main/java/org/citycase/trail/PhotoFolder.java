package org.citycase.trail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Pictures in a folder as the service keeps them: {@code ab/cdef…}, named by the SHA-256 of their
 * content.
 */
public final class PhotoFolder implements KeptPhotos {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;

  public PhotoFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public String sha256(String name) {
    if (!SHA_256.matcher(name).matches()) {
      return null;
    }
    Path file = folder.resolve(name.substring(0, 2)).resolve(name.substring(2));
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Canonical.sha256(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The photo " + file + " cannot be read.", e);
    }
  }
}
