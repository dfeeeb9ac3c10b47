package org.citycase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import javax.sql.DataSource;
import org.citycase.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database with open cases is brought up to date without a case becoming overdue by it. */
@Tag(TestDatabase.TAG)
class OlderClocksTest {

  private final DataSource database = TestDatabase.alone();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);

  private FluentConfiguration flyway() {
    return Flyway.configure().dataSource(database).locations("classpath:db/migration");
  }

  @Test
  void aClockFromBeforeTheLedgerExplainedItselfKeepsItsUnitLimitAndDueInstant() {
    flyway().target("5").load().migrate();
    jdbc.update(
        "INSERT INTO cc_case_clock (case_number, state, limit_value, limit_unit, limit_seconds,"
            + " extension_seconds, used_seconds, since_at, due_at, holder, provisional,"
            + " calendar_version, round, segments, row_version) VALUES"
            + " ('K1', 'RUNNING', 4, 'WORK_HOUR', 14400, 0, 3600, 1000, 9000, 'DRAIN-CO', FALSE,"
            + " 'c1', 1, 3, 0)");
    segment(1, "RUNNING", 3600);
    segment(2, "STOPPED", 0);
    segment(3, "RUNNING", 0);
    flyway().load().migrate();
    Map<String, Object> clock = jdbc.queryForMap("SELECT unit, extensions FROM cc_case_clock");
    assertThat(clock.get("unit")).isEqualTo("DRAIN-CO");
    assertThat(clock.get("extensions")).isEqualTo(0);
    assertThat(
            jdbc.queryForList(
                "SELECT unit, whole_seconds, due_at FROM cc_clock_segment ORDER BY seq"))
        .extracting(
            row -> row.get("UNIT"), row -> row.get("WHOLE_SECONDS"), row -> row.get("DUE_AT"))
        .containsExactly(
            tuple("DRAIN-CO", 14400L, 9000L),
            tuple("DRAIN-CO", 14400L, null),
            tuple("DRAIN-CO", 14400L, 9000L));
  }

  private void segment(int seq, String state, long used) {
    jdbc.update(
        "INSERT INTO cc_clock_segment (case_number, seq, round, from_at, to_at, state, holder,"
            + " reason, limit_text, used_seconds, calendar_version) VALUES"
            + " ('K1', ?, 1, 1000, 1000, ?, 'DRAIN-CO', 'r', '4 work_hour', ?, 'c1')",
        seq,
        state,
        used);
  }
}
