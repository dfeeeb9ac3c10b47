package org.citycase.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import javax.sql.DataSource;
import org.citycase.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own into which a test writes logs and requests. */
final class AuditRows {

  private final DataSource database = TestDatabase.migrated("deeds");
  private int configuration;

  JdbcClient jdbc() {
    return JdbcClient.create(database);
  }

  Deeds deeds() {
    return new Deeds(jdbc(), new LongRead(database), new ObjectMapper());
  }

  UnitReturns returns() {
    return new UnitReturns(jdbc(), new LongRead(database));
  }

  void log(String number, int seq, String at, String actor, String action) {
    jdbc()
        .sql(
            "INSERT INTO cc_case_log (case_number, seq, at, actor, action, from_state, to_state,"
                + " reason, data, clock, previous_hash, hash)"
                + " VALUES (?, ?, ?, ?, ?, 'REPORTED', 'TO_FILE', NULL, '{\"row\":\"R1\"}', '{}',"
                + " '', '')")
        .params(number, seq, Instant.parse(at).toEpochMilli(), actor, action)
        .update();
  }

  void configuration(String at, String actor, String action) {
    jdbc()
        .sql(
            "INSERT INTO cc_configuration_log (seq, at, actor, action, subject, data,"
                + " previous_hash, hash) VALUES (?, ?, ?, ?, 'penalty', '{}', '', '')")
        .params(++configuration, Instant.parse(at).toEpochMilli(), actor, action)
        .update();
  }
}
