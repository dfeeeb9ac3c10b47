package org.citycase.casefile;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many cases are open (在办案件), by state and light; an index alone answers. */
@Service
@Transactional(readOnly = true)
public class OpenCases {

  private static final String COUNT =
      "SELECT state, light, COUNT(*) AS cases FROM (SELECT f.state, %s AS light FROM cc_case_file f"
              .formatted(CaseConditions.light())
          + " WHERE f.state IN ("
          + CaseState.open().stream()
              .map(state -> "'" + state.name() + "'")
              .collect(Collectors.joining(", "))
          + ")) lit GROUP BY state, light";

  private final JdbcClient database;

  OpenCases(JdbcClient database) {
    this.database = database;
  }

  /**
   * So many open cases are in this state with this light.
   *
   * @param light red, yellow, green, or none before a clock was started
   */
  public record Count(CaseState state, String light, long cases) {}

  /** The counts as of an instant; what there is none of is left out. */
  public List<Count> at(Instant instant) {
    long millis = instant.toEpochMilli();
    return database.sql(COUNT).params(millis, millis).query(Count.class).list();
  }
}
