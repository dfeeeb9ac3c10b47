package org.citycase.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citycase.Refusal;
import org.springframework.stereotype.Service;

/**
 * Asks stored questions again on the version and for the day their receipts name, and compares row
 * and answer: what was decided can be shown to follow from the table of its time.
 */
@Service
public class ReceiptCheck {

  private static final int MOST_SHOWN = 1000;

  private final Receipts receipts;
  private final TableShelf shelf;
  private final Clock clock;

  ReceiptCheck(Receipts receipts, TableShelf shelf, Clock clock) {
    this.receipts = receipts;
    this.shelf = shelf;
    this.clock = clock;
  }

  /**
   * A receipt that the table of its time does not bear out.
   *
   * @param nowRow the row that answers, or why none does
   */
  public record Differing(
      String number, long seq, String table, String version, String row, String nowRow) {}

  /**
   * What was found.
   *
   * @param differ at most the first 1,000
   */
  public record Outcome(long receipts, long same, List<Differing> differ) {}

  /** Checks the receipts of a period, the end exclusive. */
  public Outcome of(Instant from, Instant to) {
    long seen = 0;
    long same = 0;
    List<Differing> differ = new ArrayList<>();
    List<Receipts.Stored> page = receipts.after(0, from, to);
    while (!page.isEmpty()) {
      for (Receipts.Stored one : page) {
        String now = now(one.receipt());
        seen++;
        if (now.isEmpty()) {
          same++;
        } else if (differ.size() < MOST_SHOWN) {
          differ.add(differing(one, now));
        }
      }
      page = receipts.after(page.get(page.size() - 1).seq(), from, to);
    }
    return new Outcome(seen, same, List.copyOf(differ));
  }

  /** Nothing when the same row says the same; else the row that answers, or why none does. */
  private String now(Receipt receipt) {
    try {
      TableFolder.Loaded table =
          shelf.compiled(shelf.history(receipt.table()).of(receipt.version()));
      LocalDate day = LocalDate.ofInstant(receipt.basis(), clock.getZone());
      Answer.Row row =
          table.compiled().ask(table.question().of(Form.cells(receipt.question())), day);
      Map<String, Object> answer = Form.values(table.answer().of(row.values()));
      boolean same =
          row.id().equals(receipt.row())
              && receipt.answer().entrySet().stream()
                  .allMatch(
                      said -> String.valueOf(said.getValue()).equals(text(answer, said.getKey())));
      return same ? "" : row.id();
    } catch (Refusal | IllegalArgumentException none) {
      return none.getMessage();
    }
  }

  private static String text(Map<String, Object> answer, String property) {
    return String.valueOf(answer.get(property));
  }

  private static Differing differing(Receipts.Stored one, String now) {
    Receipt receipt = one.receipt();
    return new Differing(
        one.caseNumber(), one.seq(), receipt.table(), receipt.version(), receipt.row(), now);
  }
}
