package org.citycase.fault;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a script of the repository to its end. */
final class Shell {

  private final Path log;
  private final Map<String, String> environment;

  /**
   * @param log what the scripts print goes there
   */
  Shell(Path log, Map<String, String> environment) {
    this.log = log;
    this.environment = environment;
  }

  /** Runs it and gives what it printed. */
  String run(Object... words) {
    List<String> command = List.of(words).stream().map(Object::toString).toList();
    try {
      File printed = File.createTempFile("said", ".txt", log.getParent().toFile());
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      // A file, not a pipe: servers that the script leaves behind would keep a pipe open.
      builder.redirectOutput(printed);
      int code = builder.start().waitFor();
      String said = java.nio.file.Files.readString(printed.toPath()).trim();
      printed.delete();
      if (code != 0) {
        throw new IllegalStateException(command + " ended with " + code + ": see " + log);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a signal to a process by its id. */
  void signal(String signal, long pid) {
    run("kill", "-" + signal, pid);
  }
}
