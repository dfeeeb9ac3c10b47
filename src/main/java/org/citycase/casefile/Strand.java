package org.citycase.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The numbers of cases in the order of one index, read in pieces: each piece begins after the last
 * number of the one before, so that neither memory nor an open cursor grows with the list.
 */
final class Strand {

  /** A number and the value it stands at; equal values are in the order of their numbers. */
  record Head(String number, Long value) {}

  /**
   * By which index.
   *
   * @param group the value of count_group that is meant; null for all cases
   * @param column null for the numbers alone
   */
  record Order(String group, String column, boolean descending) {

    private String by() {
      String direction = descending ? " DESC" : "";
      return (group == null ? "" : "f.count_group" + direction + ", ")
          + (column == null ? "" : "f." + column + direction + ", ")
          + "f.number"
          + direction;
    }

    private String beyond() {
      return descending ? "<" : ">";
    }
  }

  private static final int LARGEST_PIECE = 20_000;

  private final JdbcTemplate database;
  private final Conditions filter;
  private final Order order;
  private int piece;
  private final Deque<Head> read = new ArrayDeque<>();
  private long skipped;
  private Head last;
  private boolean ended;

  /**
   * @param piece how many cases are probably wanted; further pieces are larger
   */
  Strand(JdbcTemplate database, Conditions filter, Order order, int piece) {
    this.database = database;
    this.filter =
        order.group() == null
            ? filter
            : new Conditions().add("f.count_group = ?", order.group()).and(filter);
    this.order = order;
    this.piece = piece;
  }

  /** Begins so many cases later; before anything was read. */
  void skip(long cases) {
    skipped = cases;
  }

  long count() {
    return database.queryForObject(
        "SELECT COUNT(*) FROM cc_case_file f" + filter.where(), Long.class, filter.values());
  }

  /** The next case, which stays the next one; null after the last. */
  Head peek() {
    if (read.isEmpty() && !ended) {
      readOn();
    }
    return read.peek();
  }

  /** The next case. */
  Head poll() {
    peek();
    last = read.poll();
    return last;
  }

  private void readOn() {
    Conditions further = last == null ? filter : filter.and(after(last));
    String value = order.column() == null ? "NULL" : "f." + order.column();
    database
        .query(
            "SELECT f.number, %s FROM cc_case_file f%s ORDER BY %s LIMIT %d OFFSET %d"
                .formatted(value, further.where(), order.by(), piece, last == null ? skipped : 0),
            (row, line) -> head(row),
            further.values())
        .forEach(read::add);
    ended = read.size() < piece;
    piece = Math.min(2 * piece, LARGEST_PIECE);
  }

  private Conditions after(Head head) {
    String beyond = order.beyond();
    if (order.column() == null) {
      return new Conditions().add("f.number " + beyond + " ?", head.number());
    }
    String column = "f." + order.column();
    return new Conditions()
        .add(column + " " + beyond + "= ?", head.value())
        .add(
            "(%s %s ? OR f.number %s ?)".formatted(column, beyond, beyond),
            head.value(),
            head.number());
  }

  private static Head head(ResultSet row) throws SQLException {
    long value = row.getLong(2);
    return new Head(row.getString(1), row.wasNull() ? null : value);
  }
}
