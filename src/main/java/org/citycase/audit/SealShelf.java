package org.citycase.audit;

import static org.citycase.Refusal.Kind.MALFORMED;
import static org.citycase.Refusal.Kind.UNKNOWN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.trail.SealFile;
import org.citycase.trail.SealRow;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The seals that were made (tables cc_seal and cc_sealed_case). */
@Component
class SealShelf {

  private static final String COLUMNS = "SELECT " + String.join(", ", SealRow.COLUMNS);

  private final JdbcClient jdbc;
  private final LongRead heads;

  SealShelf(JdbcClient jdbc, LongRead heads) {
    this.jdbc = jdbc;
    this.heads = heads;
  }

  long count() {
    return jdbc.sql("SELECT COUNT(*) FROM cc_seal").query(Long.class).single();
  }

  /** A part of all seals, newest first. */
  List<SealRow> newest(int page, int size) {
    return jdbc.sql(COLUMNS + " FROM cc_seal ORDER BY seq DESC LIMIT ? OFFSET ?")
        .params(size, (long) page * size)
        .query((row, number) -> seal(row))
        .list();
  }

  /**
   * One seal.
   *
   * @param day on which it was made, the last of that day; or its number
   * @throws Refusal when there is none
   */
  @Transactional(readOnly = true)
  public SealRow of(String day) {
    boolean number = day.matches("\\d{1,9}");
    if (!number && !day.matches("\\d{4}-\\d{2}-\\d{2}")) {
      throw Refusal.ofField(
          MALFORMED,
          "day",
          "“%s”不是封存：请用日期（如 2026-03-13）或封存编号。".formatted(day),
          "'%s' names no seal: use a day as 2026-03-13, or a seal's number.".formatted(day));
    }
    return jdbc.sql(
            COLUMNS
                + " FROM cc_seal WHERE "
                + (number ? "seq" : "sealed_day")
                + " = ? ORDER BY seq DESC LIMIT 1")
        .param(number ? Integer.valueOf(day) : day)
        .query((row, line) -> seal(row))
        .optional()
        .orElseThrow(
            () ->
                Refusal.inBoth(
                    UNKNOWN,
                    "没有 %s 的封存：现有封存见 /api/audit/seals。".formatted(day),
                    "There is no seal of %s: see /api/audit/seals for those there are."
                        .formatted(day)));
  }

  /** Whether a seal or a log tells of a case, be it deleted or not. */
  boolean tellsOf(String number) {
    return jdbc.sql(
                "SELECT (SELECT COUNT(*) FROM cc_sealed_case WHERE case_number = ?)"
                    + " + (SELECT COUNT(*) FROM cc_case_log WHERE case_number = ?)")
            .params(number, number)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Writes a seal as a file to be kept outside. */
  @Transactional(readOnly = true)
  public void write(SealRow seal, Writer out) throws IOException {
    out.write(SealFile.line(SealRow.COLUMNS));
    out.write(SealFile.line(seal.values()));
    out.write(SealFile.line(SealFile.HEAD));
    eachHead(
        seal.seq(),
        row -> {
          try {
            out.write(SealFile.line(List.of(row.getString(1), row.getInt(2), row.getString(3))));
          } catch (IOException e) {
            throw new UncheckedIOException("The seal could not be sent to its end.", e);
          }
        });
    out.flush();
  }

  /** Reads case number, length and hash of each head a seal holds, in the order of the numbers. */
  @Transactional(readOnly = true)
  public void eachHead(int seal, RowCallbackHandler taker) {
    heads.each(
        "SELECT case_number, length, hash FROM cc_sealed_case WHERE seal_seq = ?"
            + " ORDER BY case_number",
        List.of(seal),
        taker);
  }

  private static SealRow seal(ResultSet row) throws SQLException {
    return new SealRow(
        row.getInt("seq"),
        row.getString("sealed_day"),
        row.getLong("at"),
        row.getInt("cases"),
        row.getString("heads_hash"),
        row.getInt("configuration_length"),
        row.getString("configuration_hash"),
        row.getString("previous_hash"),
        row.getString("root_hash"));
  }
}
