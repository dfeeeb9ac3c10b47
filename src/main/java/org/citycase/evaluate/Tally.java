package org.citycase.evaluate;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts of one period for many units, districts or people, gathered from several queries. Each
 * query names in {@code who} whom a row counts for; its other columns are the counts by name.
 */
final class Tally {

  private static final String WHO = "who";

  private final JdbcClient jdbc;
  private final Instant begin;
  private final Instant end;
  private final Map<String, Counts> counts = new TreeMap<>();

  /**
   * @param begin the first instant that counts
   * @param end the first instant that does not
   */
  Tally(JdbcClient jdbc, Instant begin, Instant end) {
    this.jdbc = jdbc;
    this.begin = begin;
    this.end = end;
  }

  /** Adds the counts of a query over the period, its parameters {@code begin} and {@code end}. */
  Tally with(String query) {
    jdbc.sql(query)
        .param("begin", begin.toEpochMilli())
        .param("end", end.toEpochMilli())
        .query()
        .listOfRows()
        .forEach(this::add);
    return this;
  }

  private void add(Map<String, Object> row) {
    Counts of = of((String) row.get(WHO));
    row.forEach(
        (name, number) -> {
          if (number instanceof Number counted) {
            of.put(name.toLowerCase(Locale.ROOT), counted.longValue());
          }
        });
  }

  /** The counts for one, to which more may be added. */
  Counts of(String who) {
    return counts.computeIfAbsent(who, nobodyYet -> new Counts());
  }

  /** All counts by whom they count for. */
  Map<String, Counts> counts() {
    return counts;
  }
}
