package org.citycase.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The disk of the photos, so small that it can be filled: a file system in memory. Mounting needs
 * root, or {@code unshare -rm} before the command.
 */
final class SmallDisk {

  private final Path photos;
  private final Shell shell;
  private boolean mounted;

  SmallDisk(Options options) {
    this.photos = options.folder().resolve("data/attachments");
    this.shell = new Shell(options.folder().resolve("disk.log"), Map.of());
  }

  void mount() {
    try {
      Files.createDirectories(photos);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shell.run("mount", "-t", "tmpfs", "-o", "size=32m,mode=0777", "tmpfs", photos);
    mounted = true;
  }

  void fill() {
    byte[] block = new byte[64 * 1024];
    try (OutputStream out = Files.newOutputStream(filler())) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      fillTheRest();
    }
  }

  /** The last pages, too few for a block. */
  private void fillTheRest() {
    try (OutputStream out = Files.newOutputStream(photos.resolve("filler2"))) {
      while (true) {
        out.write(0);
      }
    } catch (IOException full) {
      System.out.println("The disk of the photos is full.");
    }
  }

  void free() {
    try {
      Files.deleteIfExists(filler());
      Files.deleteIfExists(photos.resolve("filler2"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path filler() {
    return photos.resolve("filler");
  }

  void unmount() {
    if (mounted) {
      shell.run("umount", "-l", photos);
    }
  }
}
