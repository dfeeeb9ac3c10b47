package org.citycase.process;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the engine is stuck and an administrator has to help. */
@Service
@Transactional(readOnly = true)
public class Incidents {

  private final JdbcClient database;

  Incidents(JdbcClient database) {
    this.database = database;
  }

  /**
   * Something the engine could not do, however often it tried.
   *
   * @param element where in the diagram
   * @param caseNumber null when it belongs to no case
   */
  public record Incident(Instant at, String element, String caseNumber, String message) {}

  public long count() {
    return database.sql("SELECT COUNT(*) FROM ACT_RU_INCIDENT").query(Long.class).single();
  }

  /** Some of them, newest first. */
  public List<Incident> newest(int most, long behind) {
    return database
        .sql(
            "SELECT i.INCIDENT_TIMESTAMP_, i.ACTIVITY_ID_, i.INCIDENT_MSG_, e.BUSINESS_KEY_"
                + " FROM ACT_RU_INCIDENT i"
                + " LEFT JOIN ACT_RU_EXECUTION e ON e.ID_ = i.PROC_INST_ID_"
                + " ORDER BY i.INCIDENT_TIMESTAMP_ DESC, i.ID_ LIMIT ? OFFSET ?")
        .params(most, behind)
        .query(
            (row, number) ->
                new Incident(
                    row.getTimestamp("INCIDENT_TIMESTAMP_").toInstant(),
                    row.getString("ACTIVITY_ID_"),
                    row.getString("BUSINESS_KEY_"),
                    row.getString("INCIDENT_MSG_")))
        .list();
  }
}
