package org.citycase.fault;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Does what a round asks for, and mends it again. */
final class Faults {

  private final Options options;
  private final Database database;
  private final SmallDisk disk;
  private final List<Node> nodes;
  private final Random random;

  Faults(Options options, Database database, SmallDisk disk, List<Node> nodes) {
    this.options = options;
    this.database = database;
    this.disk = disk;
    this.nodes = nodes;
    this.random = new Random(options.seed());
  }

  Round happen(int round) {
    Pause.millis(4_000 + random.nextInt(6_000));
    Instant at = Instant.now();
    String what =
        switch (options.fault()) {
          case KILL -> kill(round);
          case PRIMARY -> primary();
          case DATABASE -> database(round);
          case STOP -> stop(round);
          case DISK -> disk();
          case CLOCK -> clock(round);
        };
    nodes.forEach(Node::awaitReady);
    return new Round(round, what, at, Instant.now());
  }

  private String kill(int round) {
    List<Node> hit = round % 4 == 0 ? nodes : List.of(nodes.get(round % nodes.size()));
    hit.forEach(Node::kill);
    hit.forEach(Node::start);
    return hit.size() > 1 ? "both nodes killed" : "node " + hit.get(0).number() + " killed";
  }

  private String stop(int round) {
    Node node = nodes.get(round % nodes.size());
    long took = node.stop().toMillis();
    node.start();
    return "node %d told to end, did in %.1f s".formatted(node.number(), took / 1000.0);
  }

  private String disk() {
    disk.fill();
    Pause.seconds(options.away().toSeconds());
    disk.free();
    return "disk of the photos full for " + options.away().toSeconds() + " s";
  }

  /** A node with another time works for a while, then it is set right. */
  private String clock(int round) {
    Node node = nodes.get(round % nodes.size());
    String off = round % 2 == 0 ? "-120" : "+120";
    node.stop();
    node.start(WrongTime.of(options, off));
    node.awaitReady();
    Pause.seconds(options.away().toSeconds());
    node.stop();
    node.start();
    return "clock of node " + node.number() + " off by " + off + " s";
  }

  private String primary() {
    int member = database.killPrimary();
    Pause.seconds(options.away().toSeconds());
    database.rejoin(member);
    return "primary (member " + member + ") killed";
  }

  private String database(int round) {
    if (round % 2 == 0) {
      database.kill();
      Pause.seconds(options.away().toSeconds());
      database.startAgain();
      return "database killed, back after " + options.away().toSeconds() + " s";
    }
    database.hang();
    Pause.seconds(options.away().toSeconds());
    database.goOn();
    return "database hung for " + options.away().toSeconds() + " s";
  }
}
