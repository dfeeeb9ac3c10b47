package org.citycase.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Takes over, once, the visits that the engine's history still knows of cases older than our own
 * record. A city that is just being set up has none.
 */
@Component
class EarlierVisits implements JavaMigration {

  private static final int PAGE = 200;
  private static final int CANCELED = 2;

  private static final String INSTANCES =
      "SELECT ID_ FROM ACT_HI_PROCINST WHERE ID_ > ? AND BUSINESS_KEY_ IS NOT NULL"
          + " AND PROC_DEF_KEY_ IN ('cityCase', 'appealCase') ORDER BY ID_ LIMIT "
          + PAGE;
  private static final String VISITS =
      "SELECT p.BUSINESS_KEY_, a.PROC_INST_ID_, a.PROC_DEF_ID_, a.ACT_ID_, a.ACT_TYPE_, a.ID_,"
          + " a.START_TIME_, a.END_TIME_, a.ACT_INST_STATE_ FROM ACT_HI_ACTINST a"
          + " JOIN ACT_HI_PROCINST p ON p.ID_ = a.PROC_INST_ID_"
          + " WHERE a.PROC_INST_ID_ IN (%s)"
          + " ORDER BY a.START_TIME_, a.SEQUENCE_COUNTER_";

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("21.1");
  }

  @Override
  public String getDescription() {
    return "earlier visits";
  }

  @Override
  public Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    try (ResultSet there =
        context
            .getConnection()
            .getMetaData()
            .getTables(context.getConnection().getCatalog(), null, "ACT_HI_ACTINST", null)) {
      if (!there.next()) {
        return;
      }
    }
    JdbcTemplate jdbc =
        new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
    String after = "";
    for (List<String> page = page(jdbc, after); !page.isEmpty(); page = page(jdbc, after)) {
      take(jdbc, page);
      after = page.get(page.size() - 1);
    }
  }

  private static List<String> page(JdbcTemplate jdbc, String after) {
    return jdbc.queryForList(INSTANCES, String.class, after);
  }

  private static void take(JdbcTemplate jdbc, List<String> instances) {
    String marks = String.join(", ", Collections.nCopies(instances.size(), "?"));
    List<Object[]> visits =
        jdbc.query(VISITS.formatted(marks), EarlierVisits::visit, instances.toArray());
    VisitNotes.insert(jdbc, visits);
  }

  private static Object[] visit(ResultSet row, int line) throws SQLException {
    Timestamp to = row.getTimestamp("END_TIME_");
    return new Object[] {
      row.getString("BUSINESS_KEY_"),
      row.getString("PROC_INST_ID_"),
      row.getString("PROC_DEF_ID_"),
      row.getString("ACT_ID_"),
      row.getString("ACT_TYPE_"),
      row.getString("ID_"),
      row.getTimestamp("START_TIME_").getTime(),
      to == null ? null : to.getTime(),
      row.getInt("ACT_INST_STATE_") == CANCELED
    };
  }
}
