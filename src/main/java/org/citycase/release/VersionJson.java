package org.citycase.release;

import java.time.OffsetDateTime;
import org.citycase.clock.CityClock;
import org.citycase.rules.TableVersion;

/** A version of a table as the interface shows it. */
record VersionJson(
    String table,
    String version,
    int seq,
    OffsetDateTime effectiveAt,
    OffsetDateTime publishedAt,
    String publishedBy,
    String author,
    String comment,
    String kind,
    boolean correction,
    int rows,
    boolean inForce,
    boolean withdrawn) {

  static VersionJson of(TableVersion inForce, TableVersion version, CityClock clock) {
    return new VersionJson(
        version.table(),
        version.version(),
        version.number(),
        clock.inCity(version.number() == 1 ? version.publishedAt() : version.effectiveAt()),
        clock.inCity(version.publishedAt()),
        version.publishedBy(),
        version.author(),
        version.comment(),
        version.kind().name(),
        version.correction(),
        version.rows(),
        version.number() == inForce.number(),
        version.withdrawn());
  }
}
