package org.citycase.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.citycase.Downloads;
import org.citycase.Refusal;
import org.citycase.audit.Deed;
import org.citycase.audit.DeedQuery;
import org.citycase.audit.Deeds;
import org.citycase.audit.Returned;
import org.citycase.audit.UnitReturns;
import org.citycase.clock.CityClock;
import org.citycase.rules.RowReceipts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The lists of the trace as sheets: the same lines as the pages, all of them. */
@Controller
@RequestMapping("/audit")
class AuditSheets {

  private final Deeds deeds;
  private final UnitReturns returns;
  private final RowReceipts receipts;
  private final MessageSource messages;
  private final CityClock clock;
  private final Downloads downloads;

  AuditSheets(
      Deeds deeds,
      UnitReturns returns,
      RowReceipts receipts,
      MessageSource messages,
      CityClock clock,
      Downloads downloads) {
    this.deeds = deeds;
    this.returns = returns;
    this.receipts = receipts;
    this.messages = messages;
    this.clock = clock;
    this.downloads = downloads;
  }

  @GetMapping("/{question:people|interventions|personal-data|configuration}.csv")
  void deeds(
      @PathVariable String question,
      AuditQuestion asked,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    if (question.equals("people") && asked.person().isEmpty()) {
      throw Refusal.ofField(Refusal.Kind.MALFORMED, "person", "Say whose deeds are asked for.");
    }
    DeedQuery query = asked.narrowed(asked.about(question, clock));
    List<String> head =
        head(
            locale, "at", "person", "case", "subject", "entry", "action", "from", "to", "reason",
            "data");
    send(response, question, head, sheet -> deeds.each(query, deed -> line(sheet, deed, locale)));
  }

  private void line(CsvAnswer sheet, Deed deed, Locale locale) {
    sheet.line(
        at(deed.at()),
        deed.actor(),
        deed.number(),
        deed.subject(),
        deed.seq(),
        messages.getMessage("action." + deed.action(), null, deed.action(), locale),
        deed.from(),
        deed.to(),
        deed.reason(),
        deed.data().toString());
  }

  @GetMapping("/rows.csv")
  void row(AuditQuestion asked, Locale locale, HttpServletResponse response) throws IOException {
    RowReceipts.Asked row = asked.row(clock);
    if (row.row() == null) {
      throw Refusal.ofField(
          Refusal.Kind.MALFORMED, "row", "Say which row of which table is asked for.");
    }
    List<String> head = head(locale, "at", "case", "table", "row", "version", "sentence");
    send(response, "rows", head, sheet -> receipts.each(row, one -> line(sheet, one, row.table())));
  }

  private static void line(CsvAnswer sheet, RowReceipts.Item one, String table) {
    sheet.line(
        one.at(), one.number(), table, one.row(), one.version(), AuditNames.in(one.sentence()));
  }

  @GetMapping("/returns.csv")
  void returns(AuditQuestion asked, Locale locale, HttpServletResponse response)
      throws IOException {
    List<String> head =
        head(
            locale,
            "at",
            "case",
            "category",
            "district",
            "unit",
            "askedBy",
            "reason",
            "newGround",
            "decision",
            "decidedBy",
            "decidedAt",
            "decisionReason",
            "row",
            "buckPassing",
            "unitNow");
    send(
        response,
        "returns",
        head,
        sheet -> returns.each(asked.unit(), asked.span(clock), one -> line(sheet, one, locale)));
  }

  private void line(CsvAnswer sheet, Returned one, Locale locale) {
    sheet.line(
        at(one.at()),
        one.number(),
        one.category(),
        one.district(),
        one.unit(),
        one.askedBy(),
        one.reason(),
        one.newGround(),
        messages.getMessage("audit.request." + one.state(), null, one.state(), locale),
        one.decidedBy(),
        one.decidedAt() == null ? null : at(one.decidedAt()),
        one.decisionReason(),
        one.row(),
        one.buckPassing(),
        one.unitNow());
  }

  private void send(
      HttpServletResponse response, String name, List<String> head, Consumer<CsvAnswer> lines)
      throws IOException {
    downloads.send(
        response,
        new Downloads.Label(name + ".csv", CsvAnswer.TYPE),
        out -> {
          try (CsvAnswer sheet = new CsvAnswer(out, head)) {
            lines.accept(sheet);
          }
        });
  }

  private Object at(Instant instant) {
    return clock.inCity(instant);
  }

  private List<String> head(Locale locale, String... columns) {
    return Arrays.stream(columns)
        .map(column -> messages.getMessage("audit.column." + column, null, locale))
        .toList();
  }
}
