package org.citycase.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The LibreOffice that is installed on this machine; opens files and saves them again. */
class LibreOffice {

  static final String HOW_TO_GET_ONE =
      "No LibreOffice found: install libreoffice-calc, or name its program in the variable SOFFICE.";

  private static final int LONGEST_MINUTES = 5;

  private final Path home;

  /**
   * @param home where it keeps its profile: an own one, so that an open LibreOffice is no matter
   */
  LibreOffice(Path home) {
    this.home = home;
  }

  /** Where the check of a checkout runs it must be there; a test that is skipped proves nothing. */
  static boolean isExpected() {
    return program().isPresent() || System.getenv("CI") != null;
  }

  /** Opens all files of a folder and saves them in another, in the form of the filter. */
  void convert(Path from, Path to, String filter) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(program().orElseThrow(() -> new IOException(HOW_TO_GET_ONE)).toString());
    command.add("-env:UserInstallation=" + home.resolve("profile").toUri());
    command.addAll(List.of("--headless", "--norestore", "--convert-to", filter, "--outdir"));
    command.add(to.toString());
    try (Stream<Path> files = Files.list(from)) {
      files.map(Path::toString).sorted().forEach(command::add);
    }
    Path log = home.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("LibreOffice failed: " + Files.readString(log));
    }
  }

  private static Optional<Path> program() {
    return Stream.of(
            System.getenv("SOFFICE"),
            "/usr/bin/soffice",
            "/usr/bin/libreoffice",
            "/Applications/LibreOffice.app/Contents/MacOS/soffice")
        .filter(Objects::nonNull)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
