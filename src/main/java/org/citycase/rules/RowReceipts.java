package org.citycase.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Which cases a row decided. */
@Service
public class RowReceipts {

  private final Receipts receipts;
  private final ReceiptWords words;
  private final TableShelf shelf;
  private final Clock clock;

  RowReceipts(Receipts receipts, ReceiptWords words, TableShelf shelf, Clock clock) {
    this.receipts = receipts;
    this.words = words;
    this.shelf = shelf;
    this.clock = clock;
  }

  /** One decision of the row. */
  public record Item(
      String number,
      OffsetDateTime at,
      String version,
      String row,
      Map<String, Object> question,
      Map<String, Object> answer,
      Bilingual sentence) {}

  /** One page of them, newest first. */
  public record Page(List<Item> items, int page, int size, long total) {}

  /**
   * Whose decisions are asked for.
   *
   * @param table null for all tables
   * @param row its id; null for all rows
   * @param from the first instant
   * @param to the first instant behind
   */
  public record Asked(String table, String row, Instant from, Instant to) {

    /** A row whenever it decided. */
    public static Asked ever(String table, String row) {
      return new Asked(table, row, Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE));
    }
  }

  /** How often a table or a row decided. */
  public record Count(String name, long times) {}

  /** The decisions of a row in all versions of its table; refuses a table there is not. */
  public Page of(Asked asked, int page, int size) {
    shelf.history(asked.table());
    List<Item> items =
        receipts.ofRow(asked, new Receipts.Page(page, size)).stream().map(this::item).toList();
    return new Page(items, page, size, receipts.countOfRow(asked));
  }

  /** Hands over every decision of the row, newest first, without holding them all. */
  public void each(Asked asked, Consumer<Item> taker) {
    shelf.history(asked.table());
    List<Receipts.Stored> some = receipts.behind(asked, null);
    while (!some.isEmpty()) {
      some.stream().map(this::item).forEach(taker);
      some = receipts.behind(asked, some.get(some.size() - 1));
    }
  }

  /** How often each table decided, or each row of the table asked for; most decisions first. */
  public List<Count> counts(Asked asked) {
    if (asked.table() != null) {
      shelf.history(asked.table());
    }
    return receipts.counts(asked);
  }

  private Item item(Receipts.Stored stored) {
    Receipt receipt = stored.receipt();
    ZoneId zone = clock.getZone();
    return new Item(
        stored.caseNumber(),
        receipt.at().atZone(zone).toOffsetDateTime(),
        receipt.version(),
        receipt.row(),
        receipt.question(),
        receipt.answer(),
        words.sentence(receipt));
  }
}
