package org.citycase.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.citycase.access.Viewer;
import org.citycase.clock.CityClock;
import org.citycase.clock.Countdowns;
import org.citycase.standard.Catalogue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds cases; filtering, counting and sorting are done in the database, as of one instant and in
 * one state of the database.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class CaseSearch {

  /** As many cases as a page of a list may hold. */
  public static final int LARGEST_PAGE = 500;

  /** A list by remaining time is paged through so far; what comes later is for an export. */
  static final int MOST_RANKED = 10_000;

  private static final int ROWS = 1000;

  private final JdbcTemplate database;
  private final CaseFileStore store;
  private final CaseOrder order;
  private final Countdowns countdowns;
  private final Catalogue catalogue;
  private final CityClock clock;

  CaseSearch(
      JdbcTemplate database,
      CaseFileStore store,
      CaseOrder order,
      Countdowns countdowns,
      Catalogue catalogue,
      CityClock clock) {
    this.database = database;
    this.store = store;
    this.order = order;
    this.countdowns = countdowns;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Who asks, and as of when.
   *
   * @param at the instant at which lights and remaining times are read
   */
  public record Look(Viewer viewer, Instant at) {}

  /**
   * Which part of a list.
   *
   * @param page counted from 0
   * @param size from 1 to {@link #LARGEST_PAGE}; another one is brought into these bounds
   */
  public record Part(int page, int size) {
    public Part {
      page = Math.max(page, 0);
      size = Math.min(Math.max(size, 1), LARGEST_PAGE);
    }

    private long skipped() {
      return (long) page * size;
    }
  }

  /** A page of cases with the exact total of the list. */
  public record Files(List<CaseFile> files, long total) {}

  /** A page of a list, and what its counts are. */
  public record Found(List<CaseRow> rows, CaseCounts counts) {}

  /** The cases themselves, in their order. */
  public Files files(CaseQuery query, Look look, Part part) {
    Conditions filter = conditions(query, look);
    List<String> numbers = numbers(query, look, part);
    Map<String, CaseFile> files = new HashMap<>();
    store.findAllById(numbers).forEach(file -> files.put(file.number(), file));
    long total =
        database.queryForObject(
            "SELECT COUNT(*) FROM cc_case_file f" + filter.where(), Long.class, filter.values());
    return new Files(numbers.stream().map(files::get).filter(Objects::nonNull).toList(), total);
  }

  /** The rows of a page and the counts beside them. */
  public Found find(CaseQuery query, Look look, Part part) {
    return new Found(rows(numbers(query, look, part), look), count(query, look));
  }

  /** How many cases there are; each number is the total of the list with that state or light. */
  public CaseCounts count(CaseQuery query, Look look) {
    CaseConditions.refuseUnknown(query);
    Conditions filter = conditions(query.with("state").with("light"), look);
    Object at = look.at().toEpochMilli();
    List<CaseCounts.Cell> cells =
        database.query(
            "SELECT state, light, COUNT(*) FROM (SELECT f.state, %s AS light FROM cc_case_file f%s) lit GROUP BY state, light"
                .formatted(CaseConditions.light(), filter.where()),
            (row, line) ->
                new CaseCounts.Cell(
                    CaseState.valueOf(row.getString(1)), row.getString(2), row.getLong(3)),
            Stream.concat(Stream.of(at, at), Stream.of(filter.values())).toArray());
    List<String> states = query.texts("state");
    List<String> lights = query.texts("light");
    return CaseCounts.of(
        cells,
        state -> states.isEmpty() || states.contains(state.name()),
        light ->
            lights.isEmpty() || lights.stream().anyMatch(asked -> CaseCounts.shows(light, asked)));
  }

  /**
   * Hands on every case of a list in its order, whatever their number, without holding more than a
   * few thousand of them.
   */
  public void each(CaseQuery query, Look look, Consumer<CaseRow> taker) {
    CaseConditions.refuseUnknown(query);
    List<String> piece = new ArrayList<>(ROWS);
    for (Tier tier : tiers(query, look, ROWS)) {
      for (String number = tier.next(); number != null; number = tier.next()) {
        piece.add(number);
        if (piece.size() == ROWS) {
          rows(piece, look).forEach(taker);
          piece.clear();
        }
      }
    }
    rows(piece, look).forEach(taker);
  }

  private List<String> numbers(CaseQuery query, Look look, Part part) {
    if (CaseOrder.isByRemaining(query.text("sort")) && part.skipped() >= MOST_RANKED) {
      throw CaseQuery.malformed(
          "page",
          "按剩余时间排序只能翻看前 10,000 件：请缩小查询范围、改按 dueAt 排序，或导出（/cases/export.csv）。",
          "By remaining time only the first 10,000 cases can be paged through: narrow the search,"
              + " sort by dueAt, or take the export (/cases/export.csv).");
    }
    List<String> numbers = new ArrayList<>();
    long skip = part.skipped();
    for (Tier tier : tiers(query, look, part.size())) {
      skip = tier.skip(skip);
      while (skip == 0 && numbers.size() < part.size()) {
        String next = tier.next();
        if (next == null) {
          break;
        }
        numbers.add(next);
      }
    }
    return numbers;
  }

  private List<Tier> tiers(CaseQuery query, Look look, int piece) {
    return order.tiers(
        query.text("sort"), new CaseOrder.Wanted(conditions(query, look), look.at(), piece));
  }

  private Conditions conditions(CaseQuery query, Look look) {
    return CaseConditions.of(query, look.viewer(), look.at(), catalogue, clock.getZone());
  }

  private List<CaseRow> rows(List<String> numbers, Look look) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<String, CaseRow> rows = new HashMap<>();
    database
        .query(
            "SELECT %s FROM cc_case_file f WHERE f.number IN (%s)"
                .formatted(CaseRow.COLUMNS, Conditions.marks(numbers.size())),
            (row, line) -> CaseRow.of(row, countdowns, look.at()),
            numbers.toArray())
        .forEach(row -> rows.put(row.number(), row));
    return numbers.stream().map(rows::get).toList();
  }
}
