package org.citycase.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Gives all tables on MySQL the character set utf8mb4, in which rare Han characters and emoji have
 * room, and a collation that tells apart what H2 tells apart. The engine creates its tables in
 * utf8mb3; they are converted before the first request, and later those an upgrade brings.
 */
@Component
class OneCharacterSet implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(OneCharacterSet.class);
  private static final String COLLATION = "utf8mb4_0900_bin";
  private static final String AS_ALL = " CHARACTER SET utf8mb4 COLLATE " + COLLATION;

  private static final String OTHERS =
      "SELECT DISTINCT t.table_name FROM information_schema.tables t"
          + " JOIN information_schema.columns c"
          + " ON c.table_schema = t.table_schema AND c.table_name = t.table_name"
          + " WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
          + " AND (t.table_collation <> '%1$s' OR c.collation_name <> '%1$s')"
          + " ORDER BY 1";

  private final DataSource database;

  OneCharacterSet(DataSource database) {
    this.database = database;
  }

  /** What the database gives to tables that name none. */
  static void forNewTables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String present = strings(statement, "SELECT @@collation_database").get(0);
      if (!present.equals(COLLATION)) {
        statement.execute("ALTER DATABASE" + AS_ALL);
      }
    }
  }

  @Override
  public void afterSingletonsInstantiated() {
    new JdbcTemplate(database)
        .execute(
            (ConnectionCallback<Void>)
                connection -> {
                  if (connection.getMetaData().getDatabaseProductName().equals("MySQL")) {
                    convert(connection);
                  }
                  return null;
                });
  }

  private static void convert(Connection connection) throws SQLException {
    int patience = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, 0);
    try (Statement statement = connection.createStatement()) {
      List<String> tables = strings(statement, OTHERS.formatted(COLLATION));
      if (!tables.isEmpty()) {
        statement.execute("SET foreign_key_checks = 0");
        for (String table : tables) {
          statement.execute("ALTER TABLE " + table + " CONVERT TO" + AS_ALL);
        }
        statement.execute("SET foreign_key_checks = 1");
        LOG.info("{} tables converted to {}.", tables.size(), COLLATION);
      }
    } finally {
      connection.setNetworkTimeout(Runnable::run, patience);
    }
  }

  private static List<String> strings(Statement statement, String query) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }
}
