package org.citycase.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts visits in the database. The times of a step are grouped there by whole seconds, so that
 * median and percentile are exact and one row for each step comes out.
 */
@Component
class BottleneckFigures {

  private static final String MATCHING =
      " FROM cc_visit v JOIN cc_case_file f ON f.number = v.case_number"
          + " WHERE v.element_kind <> 'multiInstanceBody' AND %s";

  /** A quantile is the smallest duration that occurred and that this share does not exceed. */
  private static final String SPREADS =
      """
      SELECT r.element,
        MIN(CASE WHEN r.upto >= CEIL(r.total * 0.5) THEN r.seconds END) AS middle,
        MIN(CASE WHEN r.upto >= CEIL(r.total * 0.9) THEN r.seconds END) AS high,
        MAX(r.seconds) AS most,
        SUM(1.0 * r.seconds * r.times) / SUM(r.times) AS mean
      FROM (
        SELECT t.element, t.seconds, t.times,
          SUM(t.times) OVER (PARTITION BY t.element ORDER BY t.seconds) AS upto,
          SUM(t.times) OVER (PARTITION BY t.element) AS total
        FROM (
          SELECT d.element, d.seconds, COUNT(*) AS times
          FROM (
            SELECT v.element, FLOOR((v.to_at - v.from_at) / 1000) AS seconds
            %s AND v.to_at IS NOT NULL) d
          GROUP BY d.element, d.seconds) t) r
      GROUP BY r.element
      """;

  private final JdbcClient jdbc;
  private final DrawnDiagrams diagrams;

  BottleneckFigures(JdbcClient jdbc, DrawnDiagrams diagrams) {
    this.jdbc = jdbc;
    this.diagrams = diagrams;
  }

  /**
   * How many of the matching cases walked at all.
   *
   * @param versions those of the same filter: with one version alone they tell it already
   */
  long cases(Bottlenecks.Filter filter, List<Bottlenecks.Version> versions) {
    boolean any = filter.definitionId() == null;
    if (!any || versions.size() < 2) {
      return versions.stream()
          .filter(version -> any || version.definitionId().equals(filter.definitionId()))
          .mapToLong(Bottlenecks.Version::cases)
          .sum();
    }
    Where where = Where.of(filter);
    return jdbc.sql("SELECT COUNT(DISTINCT v.case_number)" + where.text())
        .params(where.values())
        .query(Long.class)
        .single();
  }

  /** The versions walked on, newest first; without regard to the one that was asked for. */
  List<Bottlenecks.Version> versions(Bottlenecks.Filter filter) {
    String key = filter.definitionId() == null ? CaseProcess.KEY : key(filter.definitionId());
    Where where = Where.of(filter, key + ":%");
    List<Bottlenecks.Version> versions = new ArrayList<>();
    jdbc.sql(
            "SELECT v.definition_id, COUNT(DISTINCT v.case_number) AS cases"
                + where.text()
                + " GROUP BY v.definition_id")
        .params(where.values())
        .query(
            row -> {
              DrawnDiagram diagram = diagrams.of(row.getString("definition_id"));
              versions.add(
                  new Bottlenecks.Version(
                      diagram.definitionId(),
                      diagram.version(),
                      diagram.deployedAt(),
                      row.getLong("cases")));
            });
    versions.sort((one, other) -> Integer.compare(other.version(), one.version()));
    return versions;
  }

  private static String key(String definitionId) {
    return definitionId.substring(0, Math.max(0, definitionId.indexOf(':')));
  }

  /** All steps of the matching cases, by their ids. */
  List<Bottlenecks.Step> steps(Bottlenecks.Filter filter, Map<String, String> names) {
    Map<String, Spread> spreads = spreads(filter);
    Where where = Where.of(filter);
    return jdbc.sql(
            "SELECT v.element, MAX(v.element_kind) AS kind, COUNT(*) AS visits,"
                + " COUNT(DISTINCT v.case_number) AS cases,"
                + " SUM(CASE WHEN v.canceled THEN 1 ELSE 0 END) AS canceled,"
                + " SUM(CASE WHEN v.to_at IS NULL THEN 1 ELSE 0 END) AS waiting,"
                + " MIN(CASE WHEN v.to_at IS NULL THEN v.from_at END) AS since"
                + where.text()
                + " GROUP BY v.element ORDER BY v.element")
        .params(where.values())
        .query(
            (row, line) -> {
              String element = row.getString("element");
              Spread spread = spreads.getOrDefault(element, Spread.NONE);
              long since = row.getLong("since");
              return new Bottlenecks.Step(
                  element,
                  row.getString("kind"),
                  names.getOrDefault(element, element),
                  row.getLong("visits"),
                  row.getLong("cases"),
                  row.getLong("visits") - row.getLong("cases"),
                  row.getLong("canceled"),
                  row.getLong("waiting"),
                  row.getLong("waiting") == 0 ? null : Instant.ofEpochMilli(since),
                  spread.median(),
                  spread.mean(),
                  spread.p90(),
                  spread.max());
            })
        .list();
  }

  /** How the durations of a step are spread, in seconds. */
  private record Spread(Long median, Long mean, Long p90, Long max) {

    static final Spread NONE = new Spread(null, null, null, null);
  }

  private Map<String, Spread> spreads(Bottlenecks.Filter filter) {
    Where where = Where.of(filter);
    Map<String, Spread> spreads = new LinkedHashMap<>();
    jdbc.sql(SPREADS.formatted(where.text()))
        .params(where.values())
        .query(
            row -> {
              spreads.put(
                  row.getString("element"),
                  new Spread(
                      row.getLong("middle"),
                      Math.round(row.getDouble("mean")),
                      row.getLong("high"),
                      row.getLong("most")));
            });
    return spreads;
  }

  /** The condition of a filter and the values for its question marks. */
  private record Where(String text, List<Object> values) {

    static Where of(Bottlenecks.Filter filter) {
      return filter.definitionId() == null
          ? of(filter, CaseProcess.KEY + ":%")
          : of(filter, filter.definitionId());
    }

    static Where of(Bottlenecks.Filter filter, String definition) {
      List<String> all = new ArrayList<>();
      List<Object> values = new ArrayList<>();
      String is = definition.endsWith(":%") ? "LIKE" : "=";
      add(all, values, "v.definition_id " + is + " ?", definition);
      add(all, values, "f.reported_at >= ?", millis(filter.from()));
      add(all, values, "f.reported_at < ?", millis(filter.to()));
      add(all, values, "f.unit = ?", filter.unit());
      add(all, values, "f.category = ?", filter.category());
      add(all, values, "f.district = ?", filter.district());
      return new Where(MATCHING.formatted(String.join(" AND ", all)), values);
    }

    private static void add(List<String> all, List<Object> values, String text, Object value) {
      if (value != null) {
        all.add(text);
        values.add(value);
      }
    }

    private static Long millis(Instant at) {
      return at == null ? null : at.toEpochMilli();
    }
  }
}
