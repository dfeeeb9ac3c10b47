package org.citycase;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database a test runs on: H2 in memory, or a schema of the MySQL server that the run is for,
 * empty when it is first asked for. A test's settings name one as {@code ${database.NAME}}; a test
 * that asks here carries the tag {@link #TAG}, so that it also runs on MySQL.
 */
public final class TestDatabase {

  /** On tests that are to run on every database. */
  public static final String TAG = "database";

  /** On tests of several nodes that are to run on every database. */
  public static final String NODES = "nodes";

  /**
   * A server, as {@code jdbc:mysql://127.0.0.1:33306/?user=root}; what follows / begins schemas.
   */
  private static final String SERVER = System.getProperty("citycase.test.mysql", "");

  /** Which of those at work beside each other this process is. */
  private static final String FORK = System.getProperty("citycase.test.fork", "");

  private static final Map<String, String> URLS = new ConcurrentHashMap<>();
  private static final Map<String, DataSource> MIGRATED = new ConcurrentHashMap<>();

  private static final AtomicInteger OTHERS = new AtomicInteger();

  private TestDatabase() {}

  public static boolean isMySql() {
    return !SERVER.isEmpty();
  }

  /** The URL of the database of this name. */
  public static String url(String name) {
    return URLS.computeIfAbsent(name, TestDatabase::create);
  }

  /** A database that nobody else uses, without a table. */
  public static DataSource alone() {
    return own("alone_" + OTHERS.incrementAndGet());
  }

  /** The database of this name with our tables, and without the rows of the test before. */
  public static DataSource migrated(String name) {
    DataSource database = MIGRATED.get(name);
    if (database == null) {
      database = own(name);
      Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
      MIGRATED.put(name, database);
    }
    empty(new JdbcTemplate(database));
    return database;
  }

  private static void empty(JdbcTemplate jdbc) {
    jdbc
        .queryForList(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = SCHEMA() AND lower(table_name) LIKE 'cc\\_%'",
            String.class)
        .stream()
        .filter(table -> !table.matches("(?i)cc_configuration_head|cc_seal_chain"))
        .forEach(table -> jdbc.update("DELETE FROM " + table));
  }

  /** A database that the service does not prepare gets here what it would be given. */
  private static DataSource own(String name) {
    DataSource database = pool(url(name));
    if (isMySql()) {
      new JdbcTemplate(database).execute("ALTER DATABASE COLLATE utf8mb4_0900_bin");
    }
    return database;
  }

  private static DataSource pool(String url) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(isMySql() ? null : "sa");
    pool.setMaximumPoolSize(10);
    pool.setMinimumIdle(0);
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return pool;
  }

  private static String create(String name) {
    if (!isMySql()) {
      return "jdbc:h2:mem:%s;MODE=MySQL;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024;LOCK_TIMEOUT=10000"
          .formatted(name);
    }
    String[] parts = SERVER.split("(?<=[^/]/)(?!/)|(?=\\?)");
    String schema = (parts.length > 2 ? parts[1] : "citycase_test") + FORK + "_" + name;
    String query = parts[parts.length - 1];
    try (Connection server = DriverManager.getConnection(parts[0] + query);
        Statement statement = server.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + schema);
      statement.execute("CREATE DATABASE " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException("There is no MySQL at " + SERVER, e);
    }
    return parts[0] + schema + query;
  }

  /** Lets settings name a database. */
  static class Names implements EnvironmentPostProcessor, Ordered {

    private static final String PREFIX = "database.";

    @Override
    public void postProcessEnvironment(
        ConfigurableEnvironment environment, SpringApplication application) {
      environment
          .getPropertySources()
          .addLast(
              new PropertySource<>("test databases", PREFIX) {
                @Override
                public Object getProperty(String name) {
                  return name.startsWith(PREFIX) ? url(name.substring(PREFIX.length())) : null;
                }
              });
    }

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }
  }
}
