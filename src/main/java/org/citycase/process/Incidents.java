package org.citycase.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CityClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the engine is stuck and an administrator has to help. */
@Service
@Transactional(readOnly = true)
public class Incidents {

  static final String FAILED_JOB = "failedJob";

  private static final String READ =
      """
      SELECT i.ID_, i.INCIDENT_TIMESTAMP_, i.INCIDENT_TYPE_, i.ACTIVITY_ID_, i.CONFIGURATION_,
        i.INCIDENT_MSG_, i.PROC_INST_ID_, i.PROC_DEF_ID_, e.BUSINESS_KEY_,
        c.assignee, c.note, c.handed_by, c.handed_at,
        (SELECT COUNT(*) FROM cc_incident b
          WHERE b.job_id = i.CONFIGURATION_ AND b.incident_id <> i.ID_) AS earlier
      FROM ACT_RU_INCIDENT i
      LEFT JOIN ACT_RU_EXECUTION e ON e.ID_ = i.PROC_INST_ID_
      LEFT JOIN cc_incident c ON c.incident_id = i.ID_
      """;

  private final JdbcClient database;
  private final CaseFiles files;
  private final Paths paths;
  private final CityClock clock;

  Incidents(JdbcClient database, CaseFiles files, Paths paths, CityClock clock) {
    this.database = database;
    this.files = files;
    this.paths = paths;
    this.clock = clock;
  }

  /** What the database holds of one, its message as the engine wrote it. */
  record Row(Incident told, String job, String diagram) {

    /** As people may read it. */
    Incident shown(CaseFile file, Map<String, String> labels) {
      return new Incident(
          told.id(),
          told.at(),
          told.element(),
          told.element() == null ? null : labels.get(told.element()),
          told.caseNumber(),
          told.instance(),
          ErrorLine.of(told.message(), file),
          told.retriable(),
          told.times(),
          told.care());
    }
  }

  public long count() {
    return database.sql("SELECT COUNT(*) FROM ACT_RU_INCIDENT").query(Long.class).single();
  }

  /** Some of them, newest first. */
  public List<Incident> newest(int most, long behind) {
    return shown(
        database
            .sql(READ + " ORDER BY i.INCIDENT_TIMESTAMP_ DESC, i.ID_ LIMIT ? OFFSET ?")
            .params(most, behind)
            .query(Incidents::row)
            .list());
  }

  public Optional<Incident> find(String id) {
    return shown(row(id).stream().toList()).stream().findFirst();
  }

  Optional<Row> row(String id) {
    return database.sql(READ + " WHERE i.ID_ = ?").param(id).query(Incidents::row).optional();
  }

  /** Those nobody was told of yet, in the order in which every node claims them. */
  public List<Incident> untold(int most) {
    return shown(
        database
            .sql(READ + " WHERE c.incident_id IS NULL ORDER BY i.ID_ LIMIT ?")
            .param(most)
            .query(Incidents::row)
            .list());
  }

  /**
   * Takes it on to tell of this incident, in the running transaction; false when another node did.
   * Who took care of the same job before still does.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean claim(Incident incident) {
    Row row = row(incident.id()).orElse(null);
    if (row == null) {
      return false;
    }
    try {
      database
          .sql(
              "INSERT INTO cc_incident (incident_id, job_id, case_number, told_at) VALUES (?,?,?,?)")
          .params(incident.id(), row.job(), incident.caseNumber(), clock.instant().toEpochMilli())
          .update();
    } catch (DuplicateKeyException told) {
      return false;
    }
    if (row.job() != null) {
      stays(incident.id(), row.job());
    }
    return true;
  }

  private void stays(String id, String job) {
    database
        .sql(
            "SELECT assignee, note, handed_by, handed_at FROM cc_incident"
                + " WHERE job_id = ? AND incident_id <> ? ORDER BY told_at DESC LIMIT 1")
        .params(job, id)
        .query(Incidents::care)
        .optional()
        .ifPresent(care -> give(id, care));
  }

  /** Writes down who takes care of it; false when nobody was told of it yet. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean give(String id, Incident.Care care) {
    return database
            .sql(
                "UPDATE cc_incident SET assignee = ?, note = ?, handed_by = ?, handed_at = ?"
                    + " WHERE incident_id = ?")
            .params(care.assignee(), care.note(), care.by(), care.at().toEpochMilli(), id)
            .update()
        == 1;
  }

  private List<Incident> shown(List<Row> rows) {
    List<String> numbers =
        rows.stream()
            .map(row -> row.told().caseNumber())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<String, CaseFile> known =
        numbers.isEmpty()
            ? new HashMap<>()
            : files.read(numbers).stream()
                .collect(Collectors.toMap(CaseFile::number, Function.identity()));
    return rows.stream()
        .map(row -> row.shown(known.get(row.told().caseNumber()), labels(row.diagram())))
        .toList();
  }

  private Map<String, String> labels(String diagram) {
    return diagram == null ? Map.of() : paths.names(diagram);
  }

  private static Row row(ResultSet row, int line) throws SQLException {
    Incident told =
        new Incident(
            row.getString("ID_"),
            row.getTimestamp("INCIDENT_TIMESTAMP_").toInstant(),
            row.getString("ACTIVITY_ID_"),
            null,
            row.getString("BUSINESS_KEY_"),
            row.getString("PROC_INST_ID_"),
            row.getString("INCIDENT_MSG_"),
            FAILED_JOB.equals(row.getString("INCIDENT_TYPE_")),
            row.getInt("earlier") + 1,
            care(row, line));
    return new Row(
        told,
        told.retriable() ? row.getString("CONFIGURATION_") : null,
        row.getString("PROC_DEF_ID_"));
  }

  private static Incident.Care care(ResultSet row, int line) throws SQLException {
    String assignee = row.getString("assignee");
    return assignee == null
        ? null
        : new Incident.Care(
            assignee,
            row.getString("note"),
            row.getString("handed_by"),
            Instant.ofEpochMilli(row.getLong("handed_at")));
  }
}
