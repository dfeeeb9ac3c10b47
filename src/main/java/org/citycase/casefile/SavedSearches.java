package org.citycase.casefile;

import java.util.List;
import org.citycase.Refusal;
import org.citycase.clock.CityClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The searches somebody keeps by a name of his own; nobody else sees them. */
@Service
@Transactional
public class SavedSearches {

  private static final int MOST = 50;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_SEARCH = 2000;

  private final JdbcClient database;
  private final CityClock clock;

  SavedSearches(JdbcClient database, CityClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * One kept search.
   *
   * @param search the query of the page {@code /cases} and of {@code GET /api/cases}
   */
  public record Saved(long id, String name, String search) {}

  /** By name. */
  @Transactional(readOnly = true)
  public List<Saved> of(String user) {
    return database
        .sql("SELECT id, name, search FROM cc_saved_search WHERE user_name = ? ORDER BY name, id")
        .param(user)
        .query(
            (row, line) ->
                new Saved(row.getLong("id"), row.getString("name"), row.getString("search")))
        .list();
  }

  /** Keeps a search; one of the same name is replaced. */
  public Saved save(String user, String name, CaseQuery query) {
    String known = name == null ? "" : name.strip();
    String search = query.toString();
    refuseUnfit(known, search);
    database
        .sql("DELETE FROM cc_saved_search WHERE user_name = ? AND name = ?")
        .params(user, known)
        .update();
    if (of(user).size() >= MOST) {
      throw unfit(
          "name",
          "已有 " + MOST + " 个常用查询，请先删除一个。",
          "You keep " + MOST + " searches already: delete one first.");
    }
    database
        .sql("INSERT INTO cc_saved_search (user_name, name, search, saved_at) VALUES (?, ?, ?, ?)")
        .params(user, known, search, clock.instant().toEpochMilli())
        .update();
    return of(user).stream().filter(one -> one.name().equals(known)).findFirst().orElseThrow();
  }

  /** Forgets one of the user's own searches. */
  public void delete(String user, long id) {
    int deleted =
        database
            .sql("DELETE FROM cc_saved_search WHERE user_name = ? AND id = ?")
            .params(user, id)
            .update();
    if (deleted == 0) {
      throw Refusal.inBoth(
          Refusal.Kind.UNKNOWN, "您没有编号为 " + id + " 的常用查询。", "You keep no search " + id + ".");
    }
  }

  private static void refuseUnfit(String name, String search) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw unfit(
          "name",
          "请用 1 至 " + LONGEST_NAME + " 个字为查询命名。",
          "Name the search in 1 to " + LONGEST_NAME + " characters.");
    }
    if (search.length() > LONGEST_SEARCH) {
      throw unfit("search", "查询条件过长，请减少条件。", "The search is too long to be kept: ask for less.");
    }
  }

  private static Refusal unfit(String field, String zh, String sentence) {
    return Refusal.ofField(Refusal.Kind.MALFORMED, field, zh, sentence);
  }
}
