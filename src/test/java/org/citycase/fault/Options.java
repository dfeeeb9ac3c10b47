package org.citycase.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a run is asked for: the kind of fault, then {@code --name=value}.
 *
 * @param rounds how often the fault happens
 * @param limit no round begins later than this after the first report
 * @param away how long a fault lasts that ends by itself (database, disk)
 * @param reporters how many report at the same time
 * @param staff how many people work at the same time
 * @param open above this number of open cases nobody reports
 * @param folder logs, photos and the database go there; it is emptied first
 * @param scripts where {@code mysql.sh} and {@code cluster.sh} lie
 * @param port of the first node; the second has the next one
 * @param databasePort of the database, or of the first of three
 * @param nodeOptions of the Java machine of a node, split on blanks
 */
record Options(
    Fault fault,
    int rounds,
    Duration limit,
    Duration away,
    int reporters,
    int staff,
    int open,
    Path folder,
    Path scripts,
    Path jar,
    int port,
    int databasePort,
    String nodeOptions,
    long seed) {

  /** Two nodes on a machine of two cores, which start again and again. */
  private static final String QUICK_TO_START = "-Xmx800m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  static final String USE =
      """
      kill|primary|database|stop|disk|clock
        --rounds=2  --minutes=60 (no round begins later)  --away=30 (seconds)
        --reporters=4  --staff=8  --open=120  --seed=1
        --folder=target/fault  --scripts=src/test/mysql  --jar=target/citycase.jar
        --port=18201  --database-port=33281
        --node-options="%s"
      """
          .formatted(QUICK_TO_START);

  static Options of(String... words) {
    if (words.length == 0) {
      throw new IllegalArgumentException(USE);
    }
    Map<String, String> said = new HashMap<>();
    Arrays.stream(words)
        .skip(1)
        .map(word -> word.split("=", 2))
        .forEach(pair -> said.put(pair[0], pair[1]));
    Options options =
        new Options(
            Fault.of(words[0]),
            number(said, "--rounds", 2),
            Duration.ofMinutes(number(said, "--minutes", 60)),
            Duration.ofSeconds(number(said, "--away", 30)),
            number(said, "--reporters", 4),
            number(said, "--staff", 8),
            number(said, "--open", 120),
            path(said, "--folder", "target/fault"),
            path(said, "--scripts", "src/test/mysql"),
            path(said, "--jar", "target/citycase.jar"),
            number(said, "--port", 18201),
            number(said, "--database-port", 33281),
            text(said, "--node-options", QUICK_TO_START),
            number(said, "--seed", 1));
    if (!said.isEmpty()) {
      throw new IllegalArgumentException("Unknown: " + said.keySet() + "\n" + USE);
    }
    return options;
  }

  private static int number(Map<String, String> said, String name, int otherwise) {
    return Integer.parseInt(text(said, name, String.valueOf(otherwise)));
  }

  private static Path path(Map<String, String> said, String name, String otherwise) {
    return Path.of(text(said, name, otherwise)).toAbsolutePath().normalize();
  }

  private static String text(Map<String, String> said, String name, String otherwise) {
    String value = said.remove(name);
    return value == null ? otherwise : value;
  }
}
