package org.citycase.notice;

import java.util.List;
import org.citycase.trail.ReporterDigest;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Gives each older notice the key of its digest, once: no database makes good random keys. */
@Component
class NoticeSalts implements JavaMigration {

  private static final int PAGE = 1000;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("26.1");
  }

  @Override
  public String getDescription() {
    return "notice salts";
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
  public void migrate(Context context) {
    JdbcTemplate jdbc =
        new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
    for (List<Long> page = page(jdbc, 0); !page.isEmpty(); ) {
      jdbc.batchUpdate(
          "UPDATE cc_notice SET salt = ? WHERE id = ?",
          page.stream().map(id -> new Object[] {ReporterDigest.salt(), id}).toList());
      page = page(jdbc, page.get(page.size() - 1));
    }
  }

  private static List<Long> page(JdbcTemplate jdbc, long after) {
    return jdbc.queryForList(
        "SELECT id FROM cc_notice WHERE id > ? ORDER BY id LIMIT " + PAGE, Long.class, after);
  }
}
