package org.citycase.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The database that the settings name, reached without the pool.
 *
 * @param url as the operator wrote it
 * @param driver user, password and what is set for the driver
 */
record NamedDatabase(String url, Properties driver) {

  static NamedDatabase of(Environment settings) {
    Properties driver = new Properties();
    driver.putAll(
        Binder.get(settings)
            .bind(
                "spring.datasource.hikari.data-source-properties",
                Bindable.mapOf(String.class, String.class))
            .orElse(Map.of()));
    // A table may take long to convert, and another node to start.
    driver.remove("socketTimeout");
    put(driver, "user", settings.getProperty("spring.datasource.username"));
    put(driver, "password", settings.getProperty("spring.datasource.password"));
    return new NamedDatabase(settings.getProperty(DatabaseSettings.URL, ""), driver);
  }

  private static void put(Properties driver, String name, String value) {
    if (value != null) {
      driver.setProperty(name, value);
    }
  }

  boolean isMySql() {
    return url.startsWith(DatabaseSettings.MYSQL);
  }

  Connection open() throws SQLException {
    return DriverManager.getConnection(url, driver);
  }

  /** The URL without parameters and without a password. */
  String shown() {
    return url.replaceAll("\\?.*", "").replaceAll("//[^/]*@", "//");
  }
}
