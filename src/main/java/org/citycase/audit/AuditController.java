package org.citycase.audit;

import java.util.List;
import org.citycase.clock.CityClock;
import org.citycase.rules.RowReceipts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions over all cases. {@code from} and {@code to} are days of the city or instants. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

  private final Deeds deeds;
  private final UnitReturns returns;
  private final RowReceipts receipts;
  private final CityClock clock;

  AuditController(Deeds deeds, UnitReturns returns, RowReceipts receipts, CityClock clock) {
    this.deeds = deeds;
    this.returns = returns;
    this.receipts = receipts;
    this.clock = clock;
  }

  /** A period and a part of the list, as every question takes them. */
  record Asked(String from, String to, Integer page, Integer size) {

    Leaf leaf() {
      Leaf usual = Leaf.at(page == null ? 0 : page);
      return size == null ? usual : new Leaf(usual.page(), size);
    }
  }

  @GetMapping("/deeds")
  Found<Deed> person(
      @RequestParam String person,
      @RequestParam(defaultValue = "") List<String> action,
      Asked asked) {
    return deeds.of(new DeedQuery(null, person, action, span(asked)), asked.leaf());
  }

  @GetMapping("/interventions")
  Found<Deed> interventions(@RequestParam(defaultValue = "") String person, Asked asked) {
    return deeds.of(DeedQuery.interventions(span(asked)).of(person), asked.leaf());
  }

  @GetMapping("/personal-data")
  Found<Deed> personalData(@RequestParam(defaultValue = "") String person, Asked asked) {
    return deeds.of(DeedQuery.personalData(span(asked)).of(person), asked.leaf());
  }

  @GetMapping("/configuration")
  Found<Deed> configuration(@RequestParam(defaultValue = "") String person, Asked asked) {
    return deeds.of(DeedQuery.configuration(span(asked)).of(person), asked.leaf());
  }

  @GetMapping("/decisions")
  RowReceipts.Page decisions(@RequestParam String table, @RequestParam String row, Asked asked) {
    Leaf leaf = asked.leaf();
    return receipts.of(of(table, row, span(asked)), leaf.page(), leaf.size());
  }

  /** How often each row of a table decided; without a table, how often each table did. */
  @GetMapping("/decisions/counts")
  List<RowReceipts.Count> counts(@RequestParam(required = false) String table, Asked asked) {
    return receipts.counts(of(table, null, span(asked)));
  }

  @GetMapping("/returns")
  Found<Returned> returns(@RequestParam String unit, Asked asked) {
    return returns.of(unit, span(asked), asked.leaf());
  }

  @GetMapping("/returns/units")
  List<UnitReturns.OfUnit> units(Asked asked) {
    return returns.byUnit(span(asked));
  }

  private Span span(Asked asked) {
    return Span.of(asked.from(), asked.to(), clock.getZone());
  }

  private static RowReceipts.Asked of(String table, String row, Span span) {
    return new RowReceipts.Asked(table, row, span.from(), span.to());
  }
}
