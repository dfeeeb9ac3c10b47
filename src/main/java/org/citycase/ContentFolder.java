package org.citycase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The folders that belong to the owners of processes, tables and forms: {@code processes/}, {@code
 * rules/} and {@code forms/}, read from disk at run time because they are edited without a build.
 * Found at {@code citycase.content}, else in the working directory, else beside the jar; a copy
 * inside the jar is unpacked when there is none.
 */
@Component
public class ContentFolder {

  private static final List<String> ROOMS = List.of("processes", "rules", "forms");

  private final Path root;
  private final Path formsInForce;

  /**
   * Finds the folders.
   *
   * @param configured their parent folder; empty when none is named
   * @throws Refusal when that folder does not hold them
   */
  public ContentFolder(@Value("${citycase.content:}") String configured) {
    this.root = configured.isBlank() ? found() : named(configured);
    this.formsInForce = copied(root.resolve("forms"));
  }

  public Path processes() {
    return root.resolve("processes");
  }

  public Path rules() {
    return root.resolve("rules");
  }

  /** The forms as their owners edit them. */
  public Path editedForms() {
    return root.resolve("forms");
  }

  /** The forms in force, which are the same on every node; nobody edits them here. */
  public Path forms() {
    return formsInForce;
  }

  private static Path named(String configured) {
    Path folder = Path.of(configured).toAbsolutePath().normalize();
    if (!isContent(folder)) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "citycase.content names "
              + folder
              + ", which does not hold the folders processes, rules and forms."
              + " Name their parent folder or leave the option out.");
    }
    return folder;
  }

  private static Path found() {
    List<Path> places = new ArrayList<>();
    places.add(Path.of("").toAbsolutePath());
    Path home = new ApplicationHome(ContentFolder.class).getDir().toPath().toAbsolutePath();
    places.add(home);
    if (home.getParent() != null) {
      places.add(home.getParent());
    }
    return places.stream()
        .filter(ContentFolder::isContent)
        .findFirst()
        .orElseGet(ContentFolder::unpacked);
  }

  private static boolean isContent(Path folder) {
    return ROOMS.stream().allMatch(room -> Files.isDirectory(folder.resolve(room)));
  }

  private static Path unpacked() {
    try {
      Path folder = Files.createTempDirectory("citycase-content");
      var resolver = new PathMatchingResourcePatternResolver();
      for (String room : ROOMS) {
        Files.createDirectories(folder.resolve(room));
        for (Resource file : resolver.getResources("classpath*:content/" + room + "/**")) {
          if (file.isReadable() && file.getFilename() != null && !file.getFilename().isEmpty()) {
            copy(file, folder, room);
          }
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("The built-in content could not be unpacked.", e);
    }
  }

  private static Path copied(Path forms) {
    try {
      Path folder = Files.createTempDirectory("citycase-forms");
      FileSystemUtils.copyRecursively(forms, folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("The forms of " + forms + " cannot be read.", e);
    }
  }

  private static void copy(Resource file, Path folder, String room) throws IOException {
    String url = file.getURL().toString();
    String inside = url.substring(url.lastIndexOf("content/" + room + "/") + "content/".length());
    if (inside.endsWith("/")) {
      return;
    }
    Path target = folder.resolve(inside).normalize();
    Files.createDirectories(target.getParent());
    try (InputStream in = file.getInputStream()) {
      Files.copy(in, target);
    }
  }
}
