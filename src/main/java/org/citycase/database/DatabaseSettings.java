package org.citycase.database;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What service and engine need of the database's driver, so that a URL is all an operator sets. A
 * parameter in his URL wins, and so does a setting of his own.
 */
public class DatabaseSettings implements EnvironmentPostProcessor, Ordered {

  static final String URL = "spring.datasource.url";

  /** How the URL of a MySQL server begins. */
  static final String MYSQL = "jdbc:mysql:";

  private static final String DRIVER = "spring.datasource.hikari.data-source-properties.";

  /** What becomes wrong or too long for a column is refused, never cut off. */
  private static final String STRICT =
      "sql_mode='ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

  private static final Map<String, String> WANTED =
      Map.ofEntries(
          // Nodes in different time zones, and hours that come twice a year, read the same instant.
          Map.entry("connectionTimeZone", "+00:00"),
          Map.entry("forceConnectionTimeZoneToSession", "true"),
          // The engine's columns hold whole seconds; rounded up, an instant would lie ahead.
          Map.entry("sendFractionalSeconds", "false"),
          // The engine asks for its tables by name alone; those of another schema are not its own.
          Map.entry("nullDatabaseMeansCurrent", "true"),
          Map.entry("cachePrepStmts", "true"),
          Map.entry("prepStmtCacheSize", "500"),
          Map.entry("prepStmtCacheSqlLimit", "8192"),
          Map.entry("cacheServerConfiguration", "true"),
          Map.entry("useLocalSessionState", "true"),
          Map.entry("tcpKeepAlive", "true"),
          Map.entry("connectTimeout", "5000"),
          Map.entry("socketTimeout", "60000"),
          // A reader of an export may be slow; one who waits for a lock is told soon.
          Map.entry(
              "sessionVariables", STRICT + ",innodb_lock_wait_timeout=10,net_write_timeout=600"));

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String url = environment.getProperty(URL, "");
    if (url.startsWith(MYSQL)) {
      Map<String, Object> settings = mySql(url);
      settings.putAll(flyway(environment));
      add(environment, settings);
    } else if (url.startsWith("jdbc:h2:")) {
      add(environment, Map.of("spring.datasource.username", "sa"));
    }
  }

  private static Map<String, Object> mySql(String url) {
    Set<String> own = parameters(url);
    Map<String, Object> settings = new HashMap<>();
    WANTED.forEach(
        (name, value) -> {
          if (!own.contains(name)) {
            settings.put(DRIVER + name, value);
          }
        });
    return settings;
  }

  /**
   * A migration of a large table takes longer than a request may: it has connections of its own.
   */
  private static Map<String, Object> flyway(ConfigurableEnvironment environment) {
    Map<String, Object> settings = new HashMap<>();
    Map.of("url", "url", "username", "user", "password", "password")
        .forEach(
            (ours, flyways) -> {
              if (environment.containsProperty("spring.datasource." + ours)) {
                settings.put("spring.flyway." + flyways, "${spring.datasource." + ours + "}");
              }
            });
    return settings;
  }

  /** The names of the parameters that a URL brings. */
  private static Set<String> parameters(String url) {
    return Stream.of(url.split("[?&]"))
        .skip(1)
        .map(part -> part.replaceFirst("=.*", ""))
        .collect(Collectors.toSet());
  }

  private static void add(ConfigurableEnvironment environment, Map<String, Object> settings) {
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("settings of the database", settings));
  }

  /** After the files of settings were read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 1;
  }
}
