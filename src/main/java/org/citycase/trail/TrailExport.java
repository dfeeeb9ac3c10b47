package org.citycase.trail;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Exports of the trails this service keeps, to be checked elsewhere. */
@Component
public class TrailExport {

  private final DataSource database;

  TrailExport(DataSource database) {
    this.database = database;
  }

  /**
   * Writes the trails as an {@link ExportWriter} does.
   *
   * @param at the instant of the export
   * @param out is left open
   */
  public void write(Extent extent, Instant at, OutputStream out) throws IOException {
    trails(extent).tell(new ExportWriter(at, out));
  }

  /** Writes the trails as the running transaction sees them, over its own connection. */
  @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
  public void writeSeen(Extent extent, Instant at, OutputStream out) throws IOException {
    Connection running = DataSourceUtils.getConnection(database);
    try {
      new DatabaseTrails(database, extent).tell(new ExportWriter(at, out), running);
    } catch (SQLException e) {
      throw new UnreadableTrail("The database cannot be read: " + e.getMessage(), e);
    } finally {
      DataSourceUtils.releaseConnection(running, database);
    }
  }

  /** The trails as they are in the database now. */
  public Trails trails(Extent extent) {
    return new DatabaseTrails(database, extent);
  }
}
