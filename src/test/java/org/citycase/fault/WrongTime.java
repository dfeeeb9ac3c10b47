package org.citycase.fault;

import java.nio.file.Path;
import java.util.Map;

/** The environment in which a program's clock is off; what it waits for is not. */
final class WrongTime {

  private WrongTime() {}

  /**
   * @param seconds with its sign, e.g. {@code +120}
   */
  static Map<String, String> of(Options options, String seconds) {
    Shell shell = new Shell(options.folder().resolve("faketime.log"), Map.of());
    String library =
        shell.run(
            Path.of("src/test/fault/faketime.sh").toAbsolutePath(),
            options.folder().resolve("faketime"));
    return Map.of("LD_PRELOAD", library, "FAKETIME", seconds, "DONT_FAKE_MONOTONIC", "1");
  }
}
