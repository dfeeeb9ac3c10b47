package org.citycase.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.citycase.audit.DeedQuery.Log;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was done by whom, over the logs of all cases and of the configuration. */
@Service
@Transactional(readOnly = true)
public class Deeds {

  private static final String OF_CASES =
      "SELECT at, 'case' AS source, case_number, seq, actor, action, from_state, to_state,"
          + " NULL AS subject, reason, data FROM cc_case_log";
  private static final String OF_CONFIGURATION =
      "SELECT at, 'configuration' AS source, NULL AS case_number, seq, actor, action,"
          + " NULL AS from_state, NULL AS to_state, subject, NULL AS reason, data"
          + " FROM cc_configuration_log";
  private static final String NEWEST_FIRST = " ORDER BY at DESC, case_number DESC, seq DESC";

  private final JdbcClient database;
  private final LongRead rows;
  private final ObjectMapper json;

  Deeds(JdbcClient database, LongRead rows, ObjectMapper json) {
    this.database = database;
    this.rows = rows;
    this.json = json;
  }

  /** How often something was done. */
  public record Count(String action, long times) {}

  /** A page of what was done, newest first. */
  public Found<Deed> of(DeedQuery query, Leaf leaf) {
    Question page = union(query, NEWEST_FIRST + " LIMIT " + leaf.last());
    List<Deed> deeds =
        database
            .sql("SELECT * FROM (" + page.sql() + ") deed" + NEWEST_FIRST + " LIMIT ? OFFSET ?")
            .params(page.with(leaf.size(), leaf.first()))
            .query((row, number) -> deed(row))
            .list();
    return Found.of(deeds, leaf, count(query));
  }

  /** How many deeds there are. */
  public long count(DeedQuery query) {
    return actions(query).stream().mapToLong(Count::times).sum();
  }

  /** What was done how often, the most frequent first. */
  public List<Count> actions(DeedQuery query) {
    Question all = counted(query);
    return database
        .sql(
            "SELECT action, SUM(times) AS times FROM ("
                + all.sql()
                + ") one GROUP BY action ORDER BY times DESC, action")
        .params(all.parameters())
        .query((row, number) -> new Count(row.getString("action"), row.getLong("times")))
        .list();
  }

  /** Hands over every deed, newest first, without holding them all. */
  public void each(DeedQuery query, Consumer<Deed> taker) {
    Question all = union(query, "");
    rows.each(
        "SELECT * FROM (" + all.sql() + ") deed" + NEWEST_FIRST,
        all.parameters(),
        row -> taker.accept(deed(row)));
  }

  private record Question(String sql, List<Object> parameters) {

    List<Object> with(Object... more) {
      List<Object> all = new ArrayList<>(parameters);
      all.addAll(List.of(more));
      return all;
    }
  }

  private static Question union(DeedQuery query, String end) {
    return joined(query, OF_CASES, OF_CONFIGURATION, end);
  }

  private static Question counted(DeedQuery query) {
    return joined(
        query,
        "SELECT action, COUNT(*) AS times FROM cc_case_log",
        "SELECT action, COUNT(*) AS times FROM cc_configuration_log",
        " GROUP BY action");
  }

  private static Question joined(
      DeedQuery query, String ofCases, String ofConfiguration, String end) {
    List<String> parts = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (Log log : Log.values()) {
      if (query.asks(log)) {
        String select = log == Log.CASE ? ofCases : ofConfiguration;
        parts.add(select + where(query, parameters) + end);
      }
    }
    String all =
        parts.size() == 1
            ? parts.get(0)
            : parts.stream().collect(Collectors.joining(") UNION ALL (", "(", ")"));
    return new Question(all, parameters);
  }

  private static String where(DeedQuery query, List<Object> parameters) {
    StringBuilder where = new StringBuilder(" WHERE at >= ? AND at < ?");
    parameters.add(query.span().fromMillis());
    parameters.add(query.span().toMillis());
    if (!query.person().isEmpty()) {
      where.append(" AND actor = ?");
      parameters.add(query.person());
    }
    if (!query.actions().isEmpty()) {
      where.append(
          query.actions().stream()
              .map(action -> "?")
              .collect(Collectors.joining(", ", " AND action IN (", ")")));
      parameters.addAll(query.actions());
    }
    return where.toString();
  }

  private Deed deed(ResultSet row) throws SQLException {
    return new Deed(
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("source"),
        row.getString("case_number"),
        row.getInt("seq"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("from_state"),
        row.getString("to_state"),
        row.getString("subject"),
        row.getString("reason"),
        tree(row.getString("data")));
  }

  private JsonNode tree(String data) {
    try {
      return json.readTree(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A log entry holds no JSON: " + data, e);
    }
  }
}
