package org.citycase.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * The owners' folders with limits so short that timers fire while the run lasts: the reported
 * conditions have one hour round the clock, and the ladder's rungs are at 1, 2, 3 and 4 percent of
 * it, that is after 36, 72, 108 and 144 seconds.
 */
final class Content {

  /** The shares of the limit, in percent, at which the ladder is climbed here. */
  static final int RUNGS = 4;

  private static final Pattern LIMIT =
      Pattern.compile(",(C01-37-3|E01-10-1|E04-05-1),\\d+,(work_day|work_hour|urgent_hour),");

  private Content() {}

  static void copyTo(Path folder) {
    try {
      for (String room : new String[] {"processes", "rules", "forms"}) {
        FileSystemUtils.copyRecursively(Path.of(room), folder.resolve(room));
      }
      edit(
          folder.resolve("rules/filing-standard.drl.csv"),
          line -> LIMIT.matcher(line).replaceAll(",$1,1,urgent_hour,"));
      edit(folder.resolve("rules/escalation.drl.csv"), Content::shortened);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shortened(String line) {
    return line.contains(",share,")
        ? line.replace(",80,", ",1,")
            .replace(",100,", ",2,")
            .replace(",150,", ",3,")
            .replace(",200,", ",4,")
        : line;
  }

  private static void edit(Path file, UnaryOperator<String> change) throws IOException {
    String edited =
        Files.readString(file).lines().map(change).collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(file, edited);
  }
}
