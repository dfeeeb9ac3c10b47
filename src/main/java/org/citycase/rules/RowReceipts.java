package org.citycase.rules;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

  /** The decisions of a row in all versions of its table; refuses a table there is not. */
  public Page of(String table, String row, int page, int size) {
    shelf.history(table);
    List<Item> items =
        receipts.ofRow(table, row, new Receipts.Page(page, size)).stream().map(this::item).toList();
    return new Page(items, page, size, receipts.countOfRow(table, row));
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
