import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves the way out of an engine that is no longer published: copies the project, renames the
 * engine in the copy to its fork Operaton and runs the tests there; then leaves a case in the
 * middle of its way here and ends it there, on one database. Writes {@code
 * target/fork/DIFFERENCE.md} and ends with 1 when anything fails.
 *
 * <p>{@code ./mvnw -Pfork-check validate} runs it. Arguments: Maven's home, the goals for the copy
 * in one word, and what else each Maven is told.
 */
class ForkCheck {

  private static final Path FORK = Path.of("target", "fork");
  private static final Pattern COUNT =
      Pattern.compile("(tests|errors|failures|skipped)=\"(\\d+)\"");
  private static final Pattern FAILED =
      Pattern.compile(
          "<testcase name=\"([^\"]*)\" classname=\"([^\"]*)\"[^>]*>\\s*<(failure|error)\\b");

  /** Tests that say something of the engine itself which the fork does in another way, and why. */
  private static final Map<String, String> DIFFERING =
      Map.of(
          "org.citycase.EngineDoorsTest.everyDoorIsInTheTableAndGivesWhatItSays",
          "to a malformed call the fork's REST interface answers 400 or 404 where Camunda answers"
              + " 500; it has rules for new passwords by default; it has no telemetry");

  private static final Set<String> LEFT = Set.of("target", "data", ".git", "node_modules");
  private static final Pattern RENAMED =
      Pattern.compile(".*(/src/.*\\.(java|yml|properties)|pom\\.xml)");

  /** One kind of name that differs: in which files, how it reads here, how there. */
  private record Rename(String what, String files, Pattern here, String there) {}

  private static final List<Rename> RENAMES =
      List.of(
          rename("version", "xml", "(?<=<camunda.version>)[^<]+", "1.0.3"),
          rename("group", "xml", "org\\.camunda(?=\\.)", "org.operaton"),
          rename("artifact", "xml", "(?<=>)camunda(?=-)", "operaton"),
          rename("package", "java", "(?<=instance\\.)camunda(?=\\.)", "operaton"),
          rename("package", "java", "org\\.camunda\\.bpm\\.impl\\.juel\\.(?=jakarta\\.el\\.)", ""),
          rename("package", "java|yml|properties", "org\\.camunda(?=\\.)", "org.operaton"),
          rename("bean", "java", "(?<=\")camunda(?=[A-Z])", "operaton"),
          rename("class", "java", "\\bCamunda(?=[A-Z])", "Operaton"),
          rename("constant", "java", "\\bCAMUNDA(?=_ADMIN\\b)", "OPERATON"),
          rename("method", "java", "\\b(get|is)Camunda(?=[A-Z])", "$1Operaton"),
          rename("method", "java", "(?<=\\.)camunda(?=[A-Z])", "operaton"),
          rename("setting", "java|yml|properties", "\\bcamunda\\.bpm(?=[.:])", "operaton.bpm"));

  /** What each rename met: the files and how often. */
  private final Map<String, Set<Path>> files = new TreeMap<>();

  private final Map<String, Integer> places = new TreeMap<>();
  private final Set<String> failed = new TreeSet<>();
  private final List<String> maven = new ArrayList<>();

  private static Rename rename(String what, String files, String here, String there) {
    return new Rename(what, ".*\\.(" + files + ")", Pattern.compile(here), there);
  }

  private ForkCheck(List<String> arguments) {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    maven.add(Path.of(arguments.get(0), "bin", windows ? "mvn.cmd" : "mvn").toString());
    // Renamed imports are sorted in another way.
    maven.addAll(List.of("-B", "--no-transfer-progress", "-Dspotless.check.skip"));
    maven.addAll(arguments.subList(2, arguments.size()));
  }

  public static void main(String[] arguments) throws Exception {
    long begun = System.nanoTime();
    ForkCheck check = new ForkCheck(List.of(arguments));
    check.copy();
    List<String> goals = new ArrayList<>(List.of(arguments[1].split(" ")));
    goals.add("-Dmaven.test.failure.ignore=true");
    boolean built = check.run(FORK, goals);
    String tests = check.tests();
    boolean handedOver = built && check.handsOver();
    String difference = check.difference(tests, handedOver);
    difference += "Took %d minutes.\n".formatted(Math.round((System.nanoTime() - begun) / 60e9));
    Files.writeString(FORK.resolve("DIFFERENCE.md"), difference);
    System.out.println(difference);
    System.exit(handedOver && DIFFERING.keySet().containsAll(check.failed) ? 0 : 1);
  }

  private void copy() throws IOException {
    delete(FORK);
    for (Path file : filesUnder(Path.of("."))) {
      Path here = Path.of(".").relativize(file);
      Path there = FORK.resolve(here.toString().replace("webjars/camunda", "webjars/operaton"));
      put(file, there);
      if (RENAMED.matcher(file.toString()).matches()) {
        Files.writeString(there, renamed(here, Files.readString(file)));
      }
    }
    Path libraries = Path.of("src/main/frontend/node_modules");
    if (Files.isDirectory(libraries)) {
      Files.createSymbolicLink(FORK.resolve(libraries), libraries.toAbsolutePath());
    }
    // Pages that are built need no second Node.
    for (String built : List.of("classes/static/assets", "classes/fonts")) {
      Path pages = Path.of("target").resolve(built);
      if (Files.isDirectory(pages)) {
        for (Path file : filesUnder(pages)) {
          put(file, FORK.resolve(file));
        }
      }
    }
  }

  private static List<Path> filesUnder(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files = new ArrayList<>();
      for (Path entry : entries.sorted().toList()) {
        if (!Files.isDirectory(entry)) {
          files.add(entry);
        } else if (!LEFT.contains(entry.getFileName().toString())) {
          files.addAll(filesUnder(entry));
        }
      }
      return files;
    }
  }

  private static void put(Path file, Path there) throws IOException {
    Files.createDirectories(there.getParent());
    Files.copy(file, there, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private String renamed(Path file, String text) {
    for (Rename rename : RENAMES) {
      if (!file.toString().matches(rename.files())) {
        continue;
      }
      Matcher found = rename.here().matcher(text);
      int count = (int) found.results().count();
      if (count > 0) {
        files.computeIfAbsent(rename.what(), what -> new TreeSet<>()).add(file);
        places.merge(rename.what(), count, Integer::sum);
        text = found.replaceAll(rename.there());
      }
    }
    return text;
  }

  /** The half before the fork runs in the project itself, with the engine of today. */
  private boolean handsOver() throws Exception {
    String database =
        "-Dcitycase.hand-over=" + FORK.resolve("hand-over").toAbsolutePath().normalize();
    return run(Path.of("."), List.of("test", "-Dtest=HandOver#leavesACase", database))
        && run(FORK, List.of("test", "-Dtest=HandOver#endsTheCase", database));
  }

  private boolean run(Path project, List<String> goals) throws Exception {
    List<String> command = new ArrayList<>(maven);
    command.addAll(goals);
    System.out.println(project + ": " + String.join(" ", command));
    Process process =
        new ProcessBuilder(command).directory(project.toFile()).inheritIO().start();
    return process.waitFor() == 0;
  }

  private String difference(String tests, boolean handedOver) {
    StringBuilder text = new StringBuilder("# The engine and its fork\n\n");
    text.append("| renamed | places | files |\n|---|---|---|\n");
    places.forEach(
        (what, count) ->
            text.append("| %s | %d | %d |\n".formatted(what, count, files.get(what).size())));
    text.append("\nTests in the copy: ").append(tests).append('\n');
    failed.forEach(
        test ->
            text.append("* %s fails: %s%n".formatted(test, DIFFERING.getOrDefault(test, "?"))));
    return text.append("A case left in the middle here was ")
        .append(handedOver ? "ended" : "NOT ended")
        .append(" there, on the same database.\n")
        .toString();
  }

  /** Counts the tests of the copy. A flake that a second try forgave is no failure. */
  private String tests() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (String reports : List.of("surefire-reports", "failsafe-reports", "failsafe-reports-nodes")) {
      Path folder = FORK.resolve("target").resolve(reports);
      for (Path report : Files.isDirectory(folder) ? filesUnder(folder) : List.<Path>of()) {
        if (report.getFileName().toString().matches("TEST-.*\\.xml")) {
          String suite = Files.readString(report).split("<properties>")[0];
          Matcher count = COUNT.matcher(suite);
          while (count.find()) {
            counts.merge(count.group(1), Integer.parseInt(count.group(2)), Integer::sum);
          }
          Matcher test = FAILED.matcher(Files.readString(report));
          while (test.find()) {
            failed.add(test.group(2) + "." + test.group(1));
          }
        }
      }
    }
    return counts.toString();
  }
}
