package org.citycase.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citycase.Refusal;
import org.citycase.trail.KeptPhotos;
import org.citycase.trail.PhotoFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The photos of all cases as files named by their content: the same picture is kept once. A file is
 * whole and on disk before its name appears, and it is never deleted, not even when the transaction
 * rolls back: another case may show the same picture.
 */
@Component
class PhotoStore implements KeptPhotos {

  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;

  @Autowired
  PhotoStore(@Value("${citycase.data:./data}") String data, Environment environment)
      throws IOException {
    this(
        environment.acceptsProfiles(Profiles.of("simulation"))
            ? passingFolder()
            : Path.of(data).resolve("attachments"));
  }

  PhotoStore(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Stores a picture; storing the same content again changes nothing.
   *
   * @param name what the sender calls it; used in refusals only
   * @throws Refusal when it has more than 10 MB or is no whole JPEG, PNG or WebP
   */
  Photo store(String name, byte[] content) {
    if (content.length > MOST_BYTES) {
      throw refused(Refusal.Kind.TOO_LARGE, name, "has more than 10 MB; send a smaller copy.");
    }
    Picture picture =
        Picture.in(content)
            .orElseThrow(
                () ->
                    refused(
                        Refusal.Kind.AGAINST_RULES,
                        name,
                        "is no JPEG, PNG or WebP picture, or was cut off; take it again and send"
                            + " it whole."));
    String sha256 = sha256(content);
    try {
      keep(sha256, content);
    } catch (IOException e) {
      throw new UncheckedIOException("The photo " + name + " could not be stored", e);
    }
    return new Photo(sha256, picture.contentType(), content.length);
  }

  /**
   * The file that holds a picture, to be read only.
   *
   * @throws Refusal when there is none
   */
  Path open(String sha256) {
    return find(sha256)
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.UNKNOWN, "There is no attachment " + sha256 + "."));
  }

  /** The file that holds a picture; empty when there is none, or none that can be read. */
  Optional<Path> find(String sha256) {
    return Optional.of(sha256)
        .filter(name -> SHA_256.matcher(name).matches())
        .map(this::file)
        .filter(file -> Files.isRegularFile(file) && Files.isReadable(file));
  }

  @Override
  public String sha256(String name) {
    return new PhotoFolder(folder).sha256(name);
  }

  private void keep(String sha256, byte[] content) throws IOException {
    Path file = file(sha256);
    if (!Files.isRegularFile(file)) {
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(folder, "photo", ".tmp");
      try {
        write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    }
    // Also when the file was there: whoever made it may not have come so far yet.
    force(file.getParent());
    force(folder);
  }

  private static void write(Path draft, byte[] content) throws IOException {
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

  private Path file(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
  }

  private static Path passingFolder() throws IOException {
    Path folder = Files.createTempDirectory("citycase-attachments");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile()), "attachments"));
    return folder;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal refused(Refusal.Kind kind, String name, String why) {
    return Refusal.ofField(kind, "photos", "The photo " + name + " " + why);
  }
}
