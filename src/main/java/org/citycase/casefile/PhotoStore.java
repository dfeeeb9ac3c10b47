package org.citycase.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citycase.Refusal;
import org.citycase.trail.AlteredPhoto;
import org.citycase.trail.Canonical;
import org.citycase.trail.KeptPhotos;
import org.citycase.trail.NoRoom;
import org.citycase.trail.PhotoFolder;
import org.citycase.trail.PhotoShelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The photos of all cases as files named by their content: the same picture is kept once. A file is
 * whole and durable before its name appears, and it is never deleted, not even when the transaction
 * rolls back: another case may show the same picture. They lie in the folder or bucket that {@code
 * citycase.attachments} names, which all nodes share.
 */
@Component
class PhotoStore implements KeptPhotos {

  private static final Logger LOG = LoggerFactory.getLogger(PhotoStore.class);
  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private final PhotoShelf shelf;

  @Autowired
  PhotoStore(Environment environment) throws IOException {
    this(shelf(environment));
    shelf
        .fault()
        .ifPresent(
            fault -> {
              throw new Refusal(Refusal.Kind.MALFORMED, fault);
            });
  }

  PhotoStore(PhotoShelf shelf) {
    this.shelf = shelf;
  }

  /** A simulation keeps nothing, and nothing of the real city is near it. */
  private static PhotoShelf shelf(Environment environment) throws IOException {
    if (environment.acceptsProfiles(Profiles.of("simulation"))) {
      return new PhotoFolder(passingFolder());
    }
    String data = environment.getProperty("citycase.data", "./data");
    String where = environment.getProperty("citycase.attachments", "");
    return PhotoShelf.at(
        where.isBlank() ? Path.of(data).resolve("attachments").toString() : where.strip(),
        environment.getProperty("citycase.s3.endpoint"),
        environment.getProperty("citycase.s3.region"));
  }

  /**
   * Stores a picture; storing the same content again changes nothing.
   *
   * @param name what the sender calls it; used in refusals only
   * @throws Refusal when it has more than 10 MB or is no whole JPEG, PNG or WebP, and when the
   *     store is full or away
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
    String sha256 = Canonical.sha256(content);
    try {
      shelf.keep(sha256, content);
    } catch (NoRoom full) {
      LOG.error("A photo was refused: {}", full.getMessage(), full);
      throw Refusal.ofField(
          Refusal.Kind.NO_ROOM,
          "photos",
          "照片存储空间已满，本次提交未受理。请告知系统管理员，稍后原样重试。",
          "There is no room left for photos, so nothing of this was taken in: tell an administrator"
              + " and send it again later, as it is.");
    } catch (IOException away) {
      LOG.error("A photo was refused: {}", away.getMessage(), away);
      throw unreachable();
    }
    return new Photo(sha256, picture.contentType(), content.length);
  }

  private static Refusal unreachable() {
    return Refusal.ofField(
        Refusal.Kind.AWAY,
        "photos",
        "照片存储暂时无法访问，请稍后原样重试。",
        "The store of the photos cannot be reached just now, so nothing was done: try again soon,"
            + " as it is.");
  }

  /**
   * A picture as it was stored, to be closed by who reads it.
   *
   * @throws Refusal when there is none, or the store is away
   */
  InputStream open(String sha256) {
    return find(sha256)
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.UNKNOWN, "There is no attachment " + sha256 + "."));
  }

  /**
   * Likewise; empty when there is none, or when it is not what was stored: that is as good as lost.
   */
  Optional<InputStream> find(String sha256) {
    if (!SHA_256.matcher(sha256).matches()) {
      return Optional.empty();
    }
    try {
      return shelf.open(sha256);
    } catch (AlteredPhoto altered) {
      LOG.error(altered.getMessage());
      return Optional.empty();
    } catch (IOException away) {
      LOG.error("A photo could not be read: {}", away.getMessage(), away);
      throw unreachable();
    }
  }

  @Override
  public String sha256(String name) {
    return shelf.sha256(name);
  }

  private static Path passingFolder() throws IOException {
    Path folder = Files.createTempDirectory("citycase-attachments");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile()), "attachments"));
    return folder;
  }

  private static Refusal refused(Refusal.Kind kind, String name, String why) {
    return Refusal.ofField(kind, "photos", "The photo " + name + " " + why);
  }
}
