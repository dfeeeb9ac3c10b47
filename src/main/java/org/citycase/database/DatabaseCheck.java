package org.citycase.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citycase.clock.CityClock;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Asks the MySQL server that the settings name whether the service can work on it. */
public final class DatabaseCheck {

  private static final String ISOLATION = "spring.datasource.hikari.transaction-isolation";
  private static final String TOLERANCE = "citycase.database.clock-tolerance";

  /** A diagram or a table of rules is stored in one piece of at most 10 MB, written as text. */
  private static final long PACKET = 32L << 20;

  private static final String FACTS =
      "SELECT VERSION(), @@version_comment, DATABASE(), @@character_set_database,"
          + " @@max_allowed_packet, @@global.read_only, UNIX_TIMESTAMP(NOW(3)) * 1000,"
          + " CURRENT_USER(), CONNECTION_ID()";

  private final Environment settings;
  private final NamedDatabase database;
  private final List<DatabaseFault> faults = new ArrayList<>();

  private DatabaseCheck(Environment settings) {
    this.settings = settings;
    this.database = NamedDatabase.of(settings);
  }

  /**
   * What an operator has to mend before the service can start; nothing on another database.
   *
   * @param settings with {@code spring.datasource.*} as the service would read them
   */
  public static List<DatabaseFault> faults(Environment settings) {
    DatabaseCheck check = new DatabaseCheck(settings);
    if (check.database.isMySql()) {
      check.ask();
    }
    return check.faults;
  }

  private void ask() {
    isolation();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      ask(statement);
    } catch (SQLException e) {
      faults.add(Unreachable.why(database, e));
    }
  }

  private void ask(Statement statement) throws SQLException {
    Instant before = CityClock.ofMachine();
    String name;
    String account;
    long connection;
    try (ResultSet facts = statement.executeQuery(FACTS)) {
      facts.next();
      name = facts.getString(3);
      account = facts.getString(8);
      connection = facts.getLong(9);
      version(facts.getString(1), facts.getString(2));
      characters(name, facts.getString(4));
      packet(facts.getLong(5));
      readOnly(facts.getBoolean(6));
      clock(before, Instant.ofEpochMilli(facts.getLong(7)));
    }
    if (faults.isEmpty()) {
      new Rights(statement, "cc_start_check_" + connection)
          .missing()
          .ifPresent(right -> rights(right, name, account));
    }
  }

  private void isolation() {
    String set = settings.getProperty(ISOLATION, "");
    if (!set.toUpperCase(Locale.ROOT).endsWith("READ_COMMITTED")) {
      add(
          "事务隔离级别须为 TRANSACTION_READ_COMMITTED：请去掉设置 %1$s=%2$s。",
          "The engine works at TRANSACTION_READ_COMMITTED only: leave out the setting %1$s=%2$s.",
          ISOLATION,
          set);
    }
  }

  private void version(String version, String comment) {
    if ((version + comment).toLowerCase(Locale.ROOT).contains("mariadb")) {
      add(
          "%s 是 MariaDB %s，不受支持：请使用 MySQL 8.4 或更新版本。",
          "%s is MariaDB %s, which is not supported: use MySQL 8.4 or newer.",
          database.shown(),
          version);
      return;
    }
    String[] numbers = version.split("[.-]");
    int release = Integer.parseInt(numbers[0]) * 100 + Integer.parseInt(numbers[1]);
    if (release < 804) {
      add(
          "%s 是 MySQL %s，版本过低：请使用 MySQL 8.4 或更新版本。",
          "%s is MySQL %s, which is too old: use MySQL 8.4 or newer.", database.shown(), version);
    }
  }

  private void characters(String name, String set) {
    if (name == null) {
      add(
          "地址 %s 没有写明数据库名：请在斜杠后写上，例如 /citycase。",
          "%s names no database: write its name after the slash, for example /citycase.",
          database.shown());
    } else if (!set.equals("utf8mb4")) {
      add(
          "数据库 %1$s 的字符集是 %2$s，生僻字存不进去：请执行 ALTER DATABASE %1$s CHARACTER SET utf8mb4。",
          "Database %1$s has the character set %2$s, which loses rare characters: run"
              + " ALTER DATABASE %1$s CHARACTER SET utf8mb4.",
          name,
          set);
    }
  }

  private void packet(long bytes) {
    if (bytes < PACKET) {
      add(
          "max_allowed_packet 只有 %d 字节，大的规则表存不进去：请在服务器上设为 64M。",
          "max_allowed_packet is %d bytes, too small for a large table of rules: set it to 64M on"
              + " the server.",
          bytes);
    }
  }

  private void readOnly(boolean readOnly) {
    if (readOnly) {
      add(
          "%s 是只读的：请填写主库或路由的地址。",
          "%s can only be read: name the primary or the router.", database.shown());
    }
  }

  private void clock(Instant before, Instant server) {
    Duration tolerance =
        Binder.get(settings).bind(TOLERANCE, Duration.class).orElse(Duration.ofMinutes(5));
    Duration apart = Duration.between(before, server).abs();
    if (apart.compareTo(tolerance) > 0) {
      add(
          "数据库服务器的时钟与本机相差 %d 秒：请让两者与同一时间源同步。",
          "The clock of the database server is %d seconds off that of this machine: let both follow"
              + " the same time source.",
          apart.toSeconds());
    }
  }

  private void rights(String refusal, String name, String account) {
    String grantee = account.replaceFirst("(.*)@(.*)", "'$1'@'$2'");
    add(
        "账号 %3$s 在数据库 %2$s 中权限不足（%1$s）：请执行 GRANT ALL ON %2$s.* TO %3$s。",
        "The account %3$s lacks a right in database %2$s (%1$s): run GRANT ALL ON %2$s.* TO %3$s.",
        refusal,
        name,
        grantee);
  }

  private void add(String zh, String en, Object... facts) {
    faults.add(new DatabaseFault(zh.formatted(facts), en.formatted(facts)));
  }

  /** Tries on a table of its own what migrations and work need. */
  private record Rights(Statement statement, String table) {

    private static final List<String> NEEDED =
        List.of(
            "CREATE TABLE %1$s (id INT PRIMARY KEY, other INT)",
            "CREATE INDEX %1$s_i ON %1$s (other)",
            "ALTER TABLE %1$s ADD CONSTRAINT %1$s_f FOREIGN KEY (other) REFERENCES %1$s (id)",
            "INSERT INTO %1$s (id) VALUES (1)",
            "UPDATE %1$s SET other = NULL WHERE id = 1",
            "SELECT id FROM %1$s FOR UPDATE",
            "DELETE FROM %1$s",
            "DROP TABLE %1$s");

    Optional<String> missing() {
      for (String needed : NEEDED) {
        try {
          statement.execute(needed.formatted(table));
        } catch (SQLException e) {
          clear();
          return Optional.of(e.getMessage());
        }
      }
      return Optional.empty();
    }

    private void clear() {
      try {
        statement.execute("DROP TABLE IF EXISTS " + table);
      } catch (SQLException e) {
        // Where DROP is what is missing, the empty table stays.
      }
    }
  }
}
