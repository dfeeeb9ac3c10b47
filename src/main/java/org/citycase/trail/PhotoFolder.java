package org.citycase.trail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pictures in a folder: {@code ab/cdef…}, named by the SHA-256 of their content. Several nodes
 * share it by a network file system. A file is whole and on disk before its name appears.
 */
public final class PhotoFolder implements PhotoShelf {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern FULL =
      Pattern.compile("no space left|disk full|not enough space|quota");

  /** A disk with less than this beside the picture counts as full. */
  private static final long SPARE = 64 * 1024;

  private final Path folder;

  public PhotoFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public void keep(String sha256, byte[] content) throws IOException {
    try {
      write(sha256, content);
    } catch (IOException e) {
      throw isFull(e, content.length) ? new NoRoom(folder.toString(), e) : e;
    }
  }

  private void write(String sha256, byte[] content) throws IOException {
    Path file = file(sha256);
    if (!Files.isRegularFile(file)) {
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(folder, "photo", ".tmp");
      try {
        fill(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    }
    // Also when the file was there: whoever made it may not have come so far yet.
    force(file.getParent());
    force(folder);
  }

  private static void fill(Path draft, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void force(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folder; there a rename is durable by the file system's own journal.
    }
  }

  /** What the system says is in its own language; the space that is left is not. */
  private boolean isFull(IOException e, int size) {
    if (FULL.matcher(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT)).find()) {
      return true;
    }
    try {
      return Files.getFileStore(folder).getUsableSpace() < size + SPARE;
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public Optional<InputStream> open(String sha256) throws IOException {
    String kept = hash(sha256);
    if (kept != null && !kept.equals(sha256)) {
      throw new AlteredPhoto(sha256);
    }
    return kept == null ? Optional.empty() : Optional.of(Files.newInputStream(file(sha256)));
  }

  @Override
  public String sha256(String name) {
    try {
      return hash(name);
    } catch (IOException e) {
      throw new UncheckedIOException("The photo " + name + " cannot be read.", e);
    }
  }

  /** Of what is kept under the name; null when nothing is. */
  private String hash(String name) throws IOException {
    if (!SHA_256.matcher(name).matches() || !Files.isRegularFile(file(name))) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file(name))) {
      return Canonical.sha256(in);
    }
  }

  @Override
  public Optional<String> fault() {
    try {
      Files.createDirectories(folder);
      if (Files.isWritable(folder)) {
        return Optional.empty();
      }
    } catch (IOException refused) {
      // Told below: whatever hinders it, nothing can be written there.
    }
    return Optional.of(
        "The folder of the photos, %s, cannot be written: give this service's account the right, or"
                .formatted(folder)
            + " name another with --citycase.attachments.");
  }

  private Path file(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
  }
}
