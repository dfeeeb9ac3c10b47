package org.citycase.fault;

import java.util.HashMap;
import java.util.Map;

/** The MySQL of a run: one server, or three behind a router. */
final class Database {

  private static final String NAME = "citycase";

  /** What the cluster's script adds to the first member's port for reading and writing. */
  private static final int ROUTED = 9;

  private static final String SCHEMA =
      "CREATE DATABASE citycase CHARACTER SET utf8mb4;"
          + " CREATE USER citycase@'%' IDENTIFIED BY 'citycase';"
          + " GRANT ALL ON citycase.* TO citycase@'%'";

  private final Options options;
  private final Shell shell;
  private final boolean three;

  Database(Options options) {
    this.options = options;
    this.three = options.fault() == Fault.PRIMARY;
    Map<String, String> said = new HashMap<>();
    // What a server told its client must outlive it, as in a city's server room.
    said.put("MYSQL_DURABLE", "1");
    said.put("MYSQL_PORT", String.valueOf(options.databasePort()));
    said.put("MYSQL_RUN", run());
    said.put("CLUSTER_PORT", String.valueOf(options.databasePort()));
    said.put("CLUSTER_RUN", run());
    this.shell = new Shell(options.folder().resolve("database.log"), said);
  }

  /** In memory where there is room: a fault run tests us, not the disk. */
  private String run() {
    String place = "/citycase-fault-" + options.databasePort();
    return new java.io.File("/dev/shm").canWrite()
        ? "/dev/shm" + place
        : options.folder() + "/database";
  }

  String url() {
    int port = options.databasePort() + (three ? ROUTED : 0);
    return "jdbc:mysql://127.0.0.1:" + port + "/" + NAME;
  }

  String user() {
    return NAME;
  }

  void start() {
    clean();
    script("start");
    if (three) {
      script("router");
      script("sql", primary(), "-e", SCHEMA);
    } else {
      script("sql", "-e", SCHEMA);
    }
  }

  void clean() {
    script("clean");
  }

  /** Kills the primary; gives its number, 1 to 3. */
  int killPrimary() {
    int member = primary();
    script("kill", member);
    return member;
  }

  private int primary() {
    return Integer.parseInt(script("primary")) - options.databasePort() + 1;
  }

  void rejoin(int member) {
    script("rejoin", member);
  }

  void kill() {
    script("kill");
  }

  void startAgain() {
    script("start");
  }

  /** Lets the server hang: it answers nothing, but its connections stay open. */
  void hang() {
    shell.signal("STOP", pid());
  }

  void goOn() {
    shell.signal("CONT", pid());
  }

  private long pid() {
    return Long.parseLong(shell.run("cat", run() + "/pid"));
  }

  private String script(Object... words) {
    Object[] command = new Object[words.length + 1];
    command[0] = options.scripts().resolve(three ? "cluster.sh" : "mysql.sh");
    System.arraycopy(words, 0, command, 1, words.length);
    return shell.run(command);
  }
}
