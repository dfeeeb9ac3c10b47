package org.citycase.preflight;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.citycase.database.DatabaseCheck;
import org.citycase.database.DatabaseFault;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Whether the database is as a start needs it and one that this version may go on with. Of what it
 * holds nothing is changed.
 */
final class StoredData {

  /** H2: the file is open in another process; there is no such database. */
  private static final int IN_USE = 90020;

  private static final int NO_DATABASE = 90146;
  private static final String DRIVER = "spring.datasource.hikari.data-source-properties";
  private static final String WHAT = "database";

  private final Environment settings;
  private final Findings findings;
  private final String url;
  private boolean empty;

  StoredData(Environment settings, Findings findings) {
    this.settings = settings;
    this.findings = findings;
    this.url = settings.getProperty("spring.datasource.url", "");
  }

  /** Whether the start would be the first one: nothing was ever made here. */
  boolean isNew() {
    return empty;
  }

  void all() {
    if (url.startsWith("jdbc:h2:mem:")) {
      empty = true;
      findings.warn(WHAT, "内存数据库：停止后什么也不留。", "In memory: nothing is kept when the service ends.");
      return;
    }
    List<DatabaseFault> faults = DatabaseCheck.faults(settings);
    faults.forEach(fault -> findings.fail(WHAT, fault.zh(), fault.en()));
    if (faults.isEmpty()) {
      open();
    }
  }

  private void open() {
    try (Connection connection = DriverManager.getConnection(readOnly(), login())) {
      findings.ok(
          WHAT,
          "%s %s at %s"
              .formatted(
                  connection.getMetaData().getDatabaseProductName(),
                  connection.getMetaData().getDatabaseProductVersion(),
                  shown()));
      migrations();
    } catch (SQLException e) {
      unreachable(e);
    }
  }

  private void unreachable(SQLException e) {
    switch (e.getErrorCode()) {
      case NO_DATABASE -> {
        empty = true;
        findings.ok(WHAT, shown() + " is made by the first start");
      }
      case IN_USE ->
          findings.fail(
              WHAT, "数据库正由另一个服务使用。", "Another service holds " + shown() + ": end it first.");
      default ->
          findings.fail(
              WHAT,
              "连不上数据库。",
              "%s cannot be used: %s Name host, database, user and password as docker/README.md tells."
                  .formatted(shown(), e.getMessage()));
    }
  }

  private void migrations() {
    try {
      DriverManagerDataSource source = new DriverManagerDataSource(readOnly());
      source.setConnectionProperties(login());
      MigrationInfoService history =
          Flyway.configure()
              .dataSource(source)
              .locations("classpath:db/migration")
              .baselineOnMigrate(true)
              .baselineVersion("0")
              .load()
              .info();
      tell(history);
    } catch (FlywayException e) {
      findings.fail("migration", "迁移记录读不出来。", "The migrations cannot be read: " + e.getMessage());
    }
  }

  private void tell(MigrationInfoService history) {
    empty = history.applied().length == 0;
    long newer = count(history, MigrationState.FUTURE_SUCCESS);
    long broken = count(history, MigrationState.FAILED);
    if (newer > 0) {
      findings.warn(
          "migration",
          "更新的版本已改过这个数据库。",
          "A newer version has made %d migrations here: go back to this one as docker/UPGRADE.md tells."
              .formatted(newer));
    } else if (broken > 0) {
      findings.fail(
          "migration",
          "有一次迁移没有做完。",
          "A migration was cut off: restore the backup that was made before it.");
    } else {
      int pending = history.pending().length;
      findings.ok(
          "migration",
          pending == 0
              ? "the database is up to date"
              : pending + " migrations will be made by the start: save the database before");
    }
  }

  private static long count(MigrationInfoService history, MigrationState state) {
    return Arrays.stream(history.all()).map(MigrationInfo::getState).filter(state::equals).count();
  }

  /** A file of H2 is neither made nor changed. */
  private String readOnly() {
    return url.startsWith("jdbc:h2:file:")
        ? url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;TRACE_LEVEL_FILE=0"
        : url;
  }

  private Properties login() {
    Properties login = new Properties();
    Binder.get(settings)
        .bind(DRIVER, Bindable.mapOf(String.class, String.class))
        .orElse(Map.of())
        .forEach(login::setProperty);
    login.setProperty("user", settings.getProperty("spring.datasource.username", ""));
    login.setProperty("password", settings.getProperty("spring.datasource.password", ""));
    return login;
  }

  /** Without what follows host and database: it may hold a password. */
  private String shown() {
    return url.replaceAll("[?;].*", "");
  }
}
