package org.citycase.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * The program: starts a database and two nodes, lets people report and work, and lets one fault
 * happen round after round. Then it waits until every case has come to its end, asks whether every
 * promise was kept, prints all of it, and ends with 0, or with 1 when one was broken.
 */
public final class FaultRun {

  private static final int DRAIN_SECONDS = 600;

  private final Options options;
  private final Database database;
  private final SmallDisk disk;
  private final List<Node> nodes;
  private final Figures figures = new Figures();
  private final List<Round> rounds = new ArrayList<>();

  private FaultRun(Options options) {
    this.options = options;
    this.database = new Database(options);
    this.disk = new SmallDisk(options);
    this.nodes = List.of(new Node(options, database, 1), new Node(options, database, 2));
  }

  public static void main(String... words) throws IOException {
    Options options = Options.of(words);
    FileSystemUtils.deleteRecursively(options.folder());
    Files.createDirectories(options.folder().resolve("data"));
    FaultRun run = new FaultRun(options);
    Runtime.getRuntime().addShutdownHook(new Thread(run::end));
    System.exit(run.exitCode());
  }

  /** 0 when every promise was kept, 1 when one was broken, 2 when the run itself failed. */
  private int exitCode() {
    try {
      return run();
    } catch (RuntimeException e) {
      e.printStackTrace(System.out);
      return 2;
    }
  }

  private int run() {
    Content.copyTo(options.folder().resolve("content"));
    Instant began = Instant.now();
    database.start();
    if (options.fault() == Fault.DISK) {
      disk.mount();
    }
    // At the same moment and on an empty database: one of them prepares it, the other waits.
    nodes.forEach(Node::start);
    nodes.forEach(Node::awaitReady);
    say("two nodes are ready after %s", since(began));
    Service service = new Service(nodes.stream().map(Node::address).toList(), figures);
    Load load = new Load(options, service, figures);
    load.begin();
    Faults faults = new Faults(options, database, disk, nodes);
    Instant latest = Instant.now().plus(options.limit());
    for (int round = 1; round <= options.rounds() && Instant.now().isBefore(latest); round++) {
      Round done = faults.happen(round);
      rounds.add(done);
      say("%s", done.row(figures));
    }
    Pause.seconds(5);
    Instant drain = Instant.now();
    boolean drained = load.drain(DRAIN_SECONDS);
    say("drained in %s, left: %s", since(drain), load.left());
    return verdict() && drained ? 0 : 1;
  }

  private boolean verdict() {
    Promises promises = new Promises(database);
    Map<String, Long> broken = promises.broken(figures);
    long ended = nodes.stream().mapToLong(node -> node.stop().toMillis()).max().orElse(0);
    broken.put("findings of verify-trail", verifyTrail());
    System.out.println();
    System.out.println(Round.HEAD);
    rounds.forEach(round -> System.out.println(round.row(figures)));
    System.out.println();
    promises.counts().forEach((what, count) -> System.out.printf("%8d  %s%n", count, what));
    System.out.printf("%8.1f  seconds until the nodes had ended%n", ended / 1000.0);
    System.out.println();
    broken.forEach(
        (what, count) ->
            System.out.printf("%8d  %s%s%n", count, what, count == 0 ? "" : "   <-- BROKEN"));
    System.out.println();
    figures.print();
    boolean kept = broken.values().stream().allMatch(count -> count == 0);
    System.out.println(kept ? "\nEvery promise was kept." : "\nA promise was BROKEN.");
    return kept;
  }

  /** 0 when the chain of every log is whole. */
  private long verifyTrail() {
    ProcessBuilder check =
        new ProcessBuilder(
            "java",
            "-jar",
            options.jar().toString(),
            "verify-trail",
            database.url(),
            "--user=" + database.user(),
            "--password=" + database.user(),
            "--attachments=" + options.folder().resolve("data/attachments"));
    try {
      return check.inheritIO().start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void end() {
    nodes.stream().filter(Node::isAlive).forEach(Node::kill);
    disk.unmount();
    database.clean();
  }

  private static String since(Instant began) {
    return "%.1f s".formatted(Duration.between(began, Instant.now()).toMillis() / 1000.0);
  }

  private static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }
}
