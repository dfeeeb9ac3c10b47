package org.citycase.standard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Where the files of a city lie: a folder on disk, or inside the jar. */
final class CityFolder {

  private final Resource folder;
  private final String name;

  private CityFolder(Resource folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  static CityFolder onDisk(Path path) {
    if (!Files.isDirectory(path)) {
      throw Findings.wrong(
          "citycase.city names %s, which is no folder. Name the folder that holds city.yaml."
              .formatted(path.toAbsolutePath()));
    }
    return new CityFolder(new FileSystemResource(path.toString() + "/"), path.toString());
  }

  static CityFolder builtIn(String path) {
    return new CityFolder(new ClassPathResource(path + "/"), "built-in " + path);
  }

  boolean has(String file) throws IOException {
    return folder.createRelative(file).isReadable();
  }

  InputStream required(String file) throws IOException {
    if (!has(file)) {
      throw Findings.wrong("File " + file + " is missing in " + name + ".");
    }
    return folder.createRelative(file).getInputStream();
  }

  @Override
  public String toString() {
    return name;
  }
}
