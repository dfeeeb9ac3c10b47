package org.citycase.casefile;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.citycase.access.Viewer;
import org.citycase.bench.CountedService;
import org.citycase.clock.CityClock;
import org.citycase.clock.WorkCalendar;
import org.citycase.replay.RecordedMonth;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the list of cases costs on many cases, beside the bare SQL of the same question on the same
 * database in the same run: a page in each order, its counts, its filters, and a whole list as an
 * export reads it; a million cases want a heap of 6 GB. With {@code -Dbench.city} and {@code
 * -Dbench.reports} on a replayed month instead of generated cases.
 */
public final class SearchBench {

  private static final int RUNS = 7;
  private static final int DAYS = 730;
  private static final int ROWS = 50;
  private static final Instant NOW = Instant.parse("2026-03-11T02:30:00Z");
  private static final Viewer CENTRE = new Viewer("sun", Set.of("dispatchers"));
  private static final Viewer UNIT = new Viewer("roads-a", Set.of("unit-ROADS-A"));

  private final CaseSearch search;
  private final JdbcTemplate database;
  private final Instant at;
  private long found;

  private SearchBench(CountedService service) {
    this.search = service.get(CaseSearch.class);
    this.database = service.get(JdbcTemplate.class);
    this.at = service.get(CityClock.class).instant();
  }

  public static void main(String[] args) throws IOException {
    boolean month = System.getProperty("bench.city") != null;
    try (CountedService service = month ? RecordedMonth.service() : new CountedService()) {
      long began = System.nanoTime();
      if (month) {
        RecordedMonth.of(service).walk();
      } else {
        service.get(CityClock.class).set(NOW);
        new ManyCases(1, NOW, DAYS)
            .write(
                Integer.getInteger("bench.cases", 1_000_000),
                service.get(JdbcTemplate.class),
                service.get(WorkCalendar.class));
        service.get(JdbcTemplate.class).execute("ANALYZE");
      }
      System.out.printf("ready after %.0f s%n", (System.nanoTime() - began) / 1e9);
      new SearchBench(service).run();
    }
  }

  private void run() {
    // Otherwise H2 answers a question that was asked before without looking.
    database.execute("SET OPTIMIZE_REUSE_RESULTS 0");
    long now = at.toEpochMilli();
    String open = " WHERE state IN (" + openStates() + ")";
    page(
        "newest first",
        CENTRE,
        "",
        "SELECT * FROM cc_case_file ORDER BY reported_at DESC, number DESC LIMIT 50",
        "");
    page("least time left first", CENTRE, "sort=remaining", byRemaining(""), "");
    page(
        "of a unit, open, overdue, least time left",
        CENTRE,
        "unit=ROADS-A&open=true&light=red&sort=remaining",
        byRemaining(
            " AND unit = 'ROADS-A' AND state IN (" + openStates() + ") AND red_at <= " + now),
        " WHERE unit = 'ROADS-A' AND state IN (" + openStates() + ")");
    page(
        "open, due first",
        CENTRE,
        "open=true&sort=dueAt",
        "SELECT * FROM cc_case_file"
            + open
            + " AND due_at IS NOT NULL ORDER BY due_at, number LIMIT 50",
        open);
    String words =
        " WHERE (LOWER(description) LIKE '%pothole%' OR LOWER(address) LIKE '%pothole%')";
    page(
        "words, newest first",
        CENTRE,
        "q=pothole",
        "SELECT * FROM cc_case_file" + words + " ORDER BY reported_at DESC, number DESC LIMIT 50",
        words);
    String seen =
        " WHERE (reported_by = 'roads-a' OR unit = 'ROADS-A' OR CONCAT(',', co_units, ',') LIKE"
            + " '%,ROADS-A,%')";
    page(
        "as a unit sees it, least time left",
        UNIT,
        "sort=remaining",
        byRemaining(seen.replace("WHERE", "AND")),
        seen);
    line(
        "page 10,000",
        () -> find(CENTRE, "", 10_000),
        () ->
            rows(
                    "SELECT * FROM cc_case_file WHERE number IN (SELECT number FROM cc_case_file ORDER BY reported_at DESC, number DESC LIMIT 50 OFFSET 500000)")
                + counts(""));
    line(
        "all rows, as an export reads them",
        1,
        this::each,
        () -> rows("SELECT * FROM cc_case_file ORDER BY reported_at DESC, number DESC"));
  }

  private static String openStates() {
    return String.join(
        ", ", CaseState.open().stream().map(state -> "'" + state.name() + "'").toList());
  }

  /** By hand: the first of each group, of which a person would have to choose the first 50. */
  private String byRemaining(String and) {
    List<String> groups =
        database.queryForList(
            "SELECT DISTINCT count_group FROM cc_case_file WHERE count_group <> 'halted'",
            String.class);
    return String.join(
        " UNION ALL ",
        groups.stream()
            .map(
                group ->
                    "(SELECT * FROM cc_case_file WHERE count_group = '%s'%s ORDER BY count_group, count_value, number LIMIT 50)"
                        .formatted(group, and))
            .toList());
  }

  private void page(String name, Viewer viewer, String query, String rows, String where) {
    line(name, () -> find(viewer, query, 0), () -> rows(rows) + counts(where));
  }

  private void line(String name, LongSupplier service, LongSupplier bare) {
    line(name, RUNS, service, bare);
  }

  private void line(String name, int runs, LongSupplier service, LongSupplier bare) {
    double ours = millis(runs, service);
    double theirs = millis(runs, bare);
    System.out.printf(
        "%-42s %10.1f ms, bare SQL %10.1f ms, ratio %.2f (%,d found)%n",
        name, ours, theirs, ours / theirs, found);
  }

  private long find(Viewer viewer, String query, int page) {
    CaseSearch.Found answer =
        search.find(
            CaseQuery.parse(query),
            new CaseSearch.Look(viewer, at),
            new CaseSearch.Part(page, ROWS));
    found = answer.counts().total();
    return answer.rows().size();
  }

  private long each() {
    found = 0;
    search.each(CaseQuery.all(), new CaseSearch.Look(CENTRE, at), row -> found++);
    return found;
  }

  private long rows(String sql) {
    long[] read = new long[1];
    database.query(
        sql,
        (java.sql.ResultSet row) -> {
          for (int column = row.getMetaData().getColumnCount(); column > 0; column--) {
            row.getObject(column);
          }
          read[0]++;
        });
    return read[0];
  }

  private long counts(String where) {
    String at = String.valueOf(this.at.toEpochMilli());
    return rows(
        "SELECT state, light, COUNT(*) FROM (SELECT state, CASE WHEN yellow_at IS NULL THEN 'none' WHEN red_at <= %s THEN 'red' WHEN yellow_at <= %s THEN 'yellow' ELSE 'green' END AS light FROM cc_case_file%s) lit GROUP BY state, light"
            .formatted(at, at, where));
  }

  private static double millis(int runs, LongSupplier work) {
    double[] taken = new double[runs];
    for (int run = 0; run < runs; run++) {
      long began = System.nanoTime();
      work.getAsLong();
      taken[run] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(taken);
    return taken[runs / 2];
  }
}
