package org.citycase.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * The corridor on a real MySQL: the service beside the bare engine with 1, 2, 4 and 8 threads, then
 * two nodes, each a process of its own, beside one with as many threads in all. {@code bench.mysql}
 * names the server, as {@code jdbc:mysql://127.0.0.1:33306/?user=root}; its schemas are made and
 * dropped.
 */
public final class MySqlBench {

  private static final String SERVICE = "citycase_bench_simulation";
  private static final String BARE = "citycase_bench_bare";
  private static final List<Integer> THREADS = List.of(1, 2, 4, 8);

  private final String server;
  private final int cases;
  private final Path data;

  private MySqlBench(String server, int cases, Path data) {
    this.server = server;
    this.cases = cases;
    this.data = data;
  }

  public static void main(String[] args) throws Exception {
    String server = System.getProperty("bench.mysql", "");
    if (!server.startsWith("jdbc:mysql:")) {
      throw new IllegalArgumentException(
          "Name a server: -Dbench.mysql=jdbc:mysql://127.0.0.1:33306/?user=root");
    }
    Path data = Files.createTempDirectory("citycase-bench");
    MySqlBench bench = new MySqlBench(server, Integer.getInteger("bench.cases", 400), data);
    try {
      bench.create();
      bench.besideTheEngine();
      bench.create();
      bench.twoNodesBesideOne();
    } finally {
      bench.drop();
      org.springframework.util.FileSystemUtils.deleteRecursively(data);
    }
  }

  private void besideTheEngine() throws Exception {
    try (CountedService started = new CountedService(settings())) {
      Properties driver =
          started.get(DataSource.class).unwrap(HikariDataSource.class).getDataSourceProperties();
      try (BareCorridor bare = new BareCorridor(url(BARE), driver)) {
        new CorridorBench(bare, new ServiceCorridor(started)).run(cases, THREADS, version());
      }
    }
  }

  private void twoNodesBesideOne() throws Exception {
    try (BenchNode one = new BenchNode(settings(), 0);
        BenchNode other = new BenchNode(settings(), 1)) {
      one.walk(2, cases / 2).join();
      other.walk(2, cases / 2).join();
      System.out.printf("%n%-34s %8s%n", "nodes, each a process", "cases/s");
      for (int threads : new int[] {2, 4, 8}) {
        print("1 node, %d threads".formatted(threads), () -> one.walk(threads, cases).join());
        print(
            "2 nodes, %d threads each".formatted(threads / 2),
            () -> {
              var mine = one.walk(threads / 2, cases / 2);
              other.walk(threads / 2, cases / 2).join();
              mine.join();
            });
      }
    }
  }

  private void print(String name, Runnable walk) {
    long began = System.nanoTime();
    walk.run();
    System.out.printf("%-34s %8.1f%n", name, cases * 1e9 / (System.nanoTime() - began));
  }

  private String[] settings() {
    return new String[] {
      "--spring.datasource.url=" + url(SERVICE), "--citycase.data=" + data, "--citycase.demo=true"
    };
  }

  private String url(String schema) {
    return server.replaceFirst("/(\\?|$)", "/" + schema + "$1");
  }

  private String version() throws SQLException {
    try (Connection connection = DriverManager.getConnection(server)) {
      return "MySQL " + connection.getMetaData().getDatabaseProductVersion();
    }
  }

  private void create() throws SQLException {
    drop();
    each("CREATE DATABASE ");
  }

  private void drop() throws SQLException {
    each("DROP DATABASE IF EXISTS ");
  }

  private void each(String what) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server);
        Statement statement = connection.createStatement()) {
      statement.execute(what + SERVICE);
      statement.execute(what + BARE);
    }
  }
}
