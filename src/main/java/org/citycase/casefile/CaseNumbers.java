package org.citycase.casefile;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.citycase.clock.CityClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives case numbers: 6 digits county, 8 digits date in the city's zone, 5 digits daily sequence.
 * The row of the county and day is locked until the report is stored, so numbers never collide and
 * a refused report uses none up.
 */
@Component
class CaseNumbers {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final int LAST = 99_999;

  private final JdbcClient jdbc;
  private final CityClock clock;

  CaseNumbers(JdbcClient jdbc, CityClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  String next(String county, Instant at) {
    String prefix = county + DAY.format(at.atZone(clock.getZone()));
    jdbc.sql(
            "INSERT INTO cc_case_number (prefix, last_number) VALUES (?, 1)"
                + " ON DUPLICATE KEY UPDATE last_number = last_number + 1")
        .param(prefix)
        .update();
    int last =
        jdbc.sql("SELECT last_number FROM cc_case_number WHERE prefix = ?")
            .param(prefix)
            .query(Integer.class)
            .single();
    if (last > LAST) {
      throw new IllegalStateException(
          "County %s has used up its %d case numbers of one day.".formatted(county, LAST));
    }
    return "%s%05d".formatted(prefix, last);
  }
}
