package org.citycase.database;

import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Lets incidents end on MySQL 9.6 and newer. There the engine's table of incidents refers to itself
 * by two keys that cascade, and the server refuses to delete any row of such a table (error 6575).
 * The engine ends incidents one by one and has no such cascades on other databases: they are taken
 * away on MySQL before the first request.
 */
@Component
class IncidentKeys implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(IncidentKeys.class);

  private static final String TO_ITSELF =
      "SELECT constraint_name FROM information_schema.referential_constraints"
          + " WHERE constraint_schema = DATABASE() AND table_name = 'ACT_RU_INCIDENT'"
          + " AND referenced_table_name = table_name";

  private final DataSource database;

  IncidentKeys(DataSource database) {
    this.database = database;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!isMySql()) {
      return;
    }
    JdbcTemplate jdbc = new JdbcTemplate(database);
    List<String> keys = jdbc.queryForList(TO_ITSELF, String.class);
    keys.forEach(key -> jdbc.execute("ALTER TABLE ACT_RU_INCIDENT DROP FOREIGN KEY " + key));
    if (!keys.isEmpty()) {
      LOG.info("Incidents can be deleted one by one: without {}.", keys);
    }
  }

  private boolean isMySql() {
    try {
      String product =
          JdbcUtils.extractDatabaseMetaData(database, data -> data.getDatabaseProductName());
      return product.equals("MySQL");
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException("The database does not say what it is.", e);
    }
  }
}
