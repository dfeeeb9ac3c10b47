package org.citycase.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.citycase.trail.CaseTrail.Sealed;

/**
 * The trails as a database holds them, read in parts of a few hundred cases. Each part is read as
 * of one instant, so that cases may be worked on meanwhile; rows that belong to no case file are
 * told as cases of their own.
 */
public final class DatabaseTrails implements Trails {

  private static final int CASES_AT_ONCE = 200;

  private final DataSource database;
  private final Extent extent;
  private final int atOnce;

  public DatabaseTrails(DataSource database, Extent extent) {
    this(database, extent, CASES_AT_ONCE);
  }

  DatabaseTrails(DataSource database, Extent extent, int atOnce) {
    this.database = database;
    this.extent = extent;
    this.atOnce = atOnce;
  }

  @Override
  public void tell(TrailReader reader) {
    try (Connection connection = database.getConnection()) {
      boolean auto = connection.getAutoCommit();
      int isolation = connection.getTransactionIsolation();
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(snapshot(connection));
      try {
        tell(reader, connection, connection::rollback);
      } finally {
        connection.rollback();
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(auto);
      }
    } catch (SQLException e) {
      throw new UnreadableTrail("The database cannot be read: " + e.getMessage(), e);
    }
  }

  /** Tells them as the running transaction of a connection sees them. */
  void tell(TrailReader reader, Connection running) throws SQLException {
    tell(reader, running, () -> {});
  }

  /** Lets the next part be read as of an instant of its own. */
  private interface NextInstant {
    void begin() throws SQLException;
  }

  /** The level that shows all tables as of one instant without locking them. */
  static int snapshot(Connection connection) throws SQLException {
    boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
    return h2 ? Connection.TRANSACTION_SERIALIZABLE : Connection.TRANSACTION_REPEATABLE_READ;
  }

  private void tell(TrailReader reader, Connection connection, NextInstant next)
      throws SQLException {
    SqlRows rows = new SqlRows(connection);
    reader.begin(extent);
    Set<Integer> told = new HashSet<>();
    for (List<String> seal : seals(rows)) {
      told.add(Integer.valueOf(seal.get(0)));
      reader.seal(seal);
    }
    TrailReader.Ends ends = extent.isWhole() ? chains(reader, rows) : null;
    if (extent.isWhole()) {
      CasePart.ofNoCase().read(rows).forEach(reader::oneCase);
    }
    CasePart part;
    String last = "";
    do {
      next.begin();
      part = extent.isWhole() ? range(last, rows) : list(last, rows);
      for (CaseTrail one : part.numbers().isEmpty() ? List.<CaseTrail>of() : part.read(rows)) {
        reader.oneCase(one.with(known(one.sealed(), told, rows)));
      }
      last = part.last();
    } while (last != null);
    reader.end(ends);
  }

  private List<List<String>> seals(SqlRows rows) throws SQLException {
    String all = "SELECT " + String.join(", ", SealRow.COLUMNS) + " FROM cc_seal";
    return extent.caseNumber() == null
        ? rows.of(all + " ORDER BY seq")
        : rows.of(
            all
                + " WHERE seq IN (SELECT seal_seq FROM cc_sealed_case WHERE case_number = ?)"
                + " ORDER BY seq",
            List.of(extent.caseNumber()));
  }

  private static TrailReader.Ends chains(TrailReader reader, SqlRows rows) throws SQLException {
    String columns = String.join(", ", ConfigurationTrail.COLUMNS);
    rows.of("SELECT " + columns + " FROM cc_configuration_log ORDER BY seq")
        .forEach(reader::configuration);
    List<String> log = rows.end("cc_configuration_head");
    List<String> seals = rows.end("cc_seal_chain");
    return new TrailReader.Ends(log.get(0), log.get(1), seals.get(0), seals.get(1));
  }

  /** The next cases with all that lies between them, so that nothing is left out. */
  private CasePart range(String after, SqlRows rows) throws SQLException {
    String file = furthest(after, "number", "cc_case_file", rows);
    String log = furthest(after, "case_number", "cc_case_log", rows);
    if (file == null || log == null) {
      return CasePart.between(after, file == null ? log : file);
    }
    return CasePart.between(after, file.compareTo(log) < 0 ? file : log);
  }

  private String furthest(String after, String column, String table, SqlRows rows)
      throws SQLException {
    String next =
        "SELECT MAX(next_number) FROM (SELECT DISTINCT %1$s AS next_number FROM %2$s"
            + " WHERE %1$s > ? ORDER BY next_number LIMIT %3$d) part";
    return rows.of(next.formatted(column, table, atOnce), List.of(after)).get(0).get(0);
  }

  private CasePart list(String after, SqlRows rows) throws SQLException {
    if (extent.caseNumber() != null) {
      return CasePart.of(List.of(extent.caseNumber()), false);
    }
    List<String> numbers = new ArrayList<>();
    rows.of(
            "SELECT number FROM cc_case_file WHERE number > ? AND reported_at >= ?"
                + " AND reported_at < ? ORDER BY number LIMIT "
                + atOnce,
            List.of(
                after, millis(extent.from(), Long.MIN_VALUE), millis(extent.to(), Long.MAX_VALUE)))
        .forEach(row -> numbers.add(row.get(0)));
    return CasePart.of(numbers, numbers.size() == atOnce);
  }

  private static String millis(Instant instant, long none) {
    return Long.toString(instant == null ? none : instant.toEpochMilli());
  }

  /** A seal made while this is read is none of those told before: its heads are left out. */
  private static List<Sealed> known(List<Sealed> all, Set<Integer> told, SqlRows rows)
      throws SQLException {
    List<Sealed> known = new ArrayList<>();
    for (Sealed one : all) {
      String seal = Integer.toString(one.seal());
      if (told.contains(one.seal())
          || rows.of("SELECT 1 FROM cc_seal WHERE seq = ?", List.of(seal)).isEmpty()) {
        known.add(one);
      }
    }
    return known;
  }
}
