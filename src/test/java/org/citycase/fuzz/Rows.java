package org.citycase.fuzz;

import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** All rows of all tables, the house's and the engine's, as one sum for each table. */
class Rows {

  /** Who is signed in, and which node holds what, is no row of the city's. */
  private static final Set<String> OTHERS = Set.of("spring_session", "spring_session_attributes");

  /** A wrong password is counted, as it must be. */
  private static final Set<String> MISTAKEN = Set.of("attempts_", "lock_exp_time_", "rev_");

  private final JdbcTemplate jdbc;

  Rows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What the rows of each table add up to. */
  Map<String, Long> now() {
    Map<String, Long> sums = new TreeMap<>();
    for (String table : tables()) {
      sums.put(
          table.toLowerCase(Locale.ROOT),
          jdbc.query("SELECT * FROM " + table, (ResultSet rows) -> sum(rows)));
    }
    return sums;
  }

  private Set<String> tables() {
    return jdbc.execute(
        (ConnectionCallback<Set<String>>)
            connection -> {
              Set<String> names = new java.util.TreeSet<>();
              String schema = connection.getSchema();
              String quote = connection.getMetaData().getIdentifierQuoteString();
              String[] types = {"TABLE", "BASE TABLE"};
              try (ResultSet found =
                  connection.getMetaData().getTables(connection.getCatalog(), schema, "%", types)) {
                while (found.next()) {
                  names.add(quote + found.getString("TABLE_NAME") + quote);
                }
              }
              names.removeIf(
                  name -> OTHERS.contains(name.toLowerCase(Locale.ROOT).replace(quote, "")));
              return names;
            });
  }

  private static long sum(ResultSet rows) throws SQLException {
    long sum = 0;
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      long row = 17;
      for (int i = 1; i <= columns; i++) {
        boolean counts = !MISTAKEN.contains(rows.getMetaData().getColumnName(i).toLowerCase());
        row = row * 1_000_003 + (counts ? hash(rows.getObject(i)) : 0);
      }
      sum += row * row + 1;
    }
    return sum;
  }

  private static long hash(Object value) throws SQLException {
    if (value instanceof Blob blob) {
      return Arrays.hashCode(blob.getBytes(1, (int) blob.length()));
    }
    if (value instanceof Clob clob) {
      return clob.getSubString(1, (int) clob.length()).hashCode();
    }
    return value instanceof byte[] bytes
        ? Arrays.hashCode(bytes)
        : String.valueOf(value).hashCode();
  }
}
