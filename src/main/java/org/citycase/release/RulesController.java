package org.citycase.release;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.citycase.Refusal;
import org.citycase.clock.WorkCalendar;
import org.citycase.rules.ReceiptCheck;
import org.citycase.rules.RowReceipts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What auditors ask of the tables: who changed them, what a row decided, and whether it still
 * would.
 */
@RestController
class RulesController {

  private static final int LARGEST_PAGE = 500;

  private final RuleLog log;
  private final FourEyes fourEyes;
  private final RowReceipts receipts;
  private final ReceiptCheck check;
  private final Owners owners;

  RulesController(
      RuleLog log, FourEyes fourEyes, RowReceipts receipts, ReceiptCheck check, Owners owners) {
    this.log = log;
    this.fourEyes = fourEyes;
    this.receipts = receipts;
    this.check = check;
    this.owners = owners;
  }

  /** Whether a second process owner has to publish. */
  record FourEyesState(Boolean on, String comment) {}

  /** A period of receipts; all of them without one. */
  record Period(OffsetDateTime from, OffsetDateTime to) {}

  @GetMapping("/api/rules/four-eyes")
  FourEyesState fourEyes() {
    owners.reader();
    return new FourEyesState(fourEyes.areDemanded(), null);
  }

  @PutMapping("/api/rules/four-eyes")
  FourEyesState set(@RequestBody FourEyesState wanted) {
    if (wanted.on() == null) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED, "on", "Say true to demand four eyes, false to do without.");
    }
    fourEyes.set(wanted.on(), owners.admin(), wanted.comment());
    return new FourEyesState(fourEyes.areDemanded(), wanted.comment());
  }

  @GetMapping("/api/rules/log")
  RuleLog.Page log(
      @RequestParam Optional<String> table,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    owners.reader();
    return log.page(table, Math.max(0, page), Math.min(LARGEST_PAGE, Math.max(1, size)));
  }

  @GetMapping("/api/tables/{name}/receipts")
  RowReceipts.Page receipts(
      @PathVariable String name,
      @RequestParam String row,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    owners.reader();
    return receipts.of(
        RowReceipts.Asked.ever(name, row),
        Math.max(0, page),
        Math.min(LARGEST_PAGE, Math.max(1, size)));
  }

  @PostMapping("/api/rules/receipt-check")
  ReceiptCheck.Outcome check(@RequestBody(required = false) Period period) {
    owners.reader();
    Instant from =
        period == null || period.from() == null ? Instant.EPOCH : period.from().toInstant();
    Instant to =
        period == null || period.to() == null
            ? Instant.ofEpochMilli(Long.MAX_VALUE)
            : period.to().toInstant();
    WorkCalendar.requireReach("from", from);
    if (period != null && period.to() != null) {
      WorkCalendar.requireReach("to", to);
    }
    return check.of(from, to);
  }
}
