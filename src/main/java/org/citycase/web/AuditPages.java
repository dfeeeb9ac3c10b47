package org.citycase.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citycase.audit.Deed;
import org.citycase.audit.DeedQuery;
import org.citycase.audit.Deeds;
import org.citycase.audit.Found;
import org.citycase.audit.Span;
import org.citycase.audit.UnitReturns;
import org.citycase.clock.CityClock;
import org.citycase.rules.RowReceipts;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What auditors ask over all cases (审计追溯), as pages. The same questions are answered as JSON under
 * {@code /api/audit}; who may ask says {@code access}.
 */
@PageController
@RequestMapping("/audit")
class AuditPages {

  private static final int SHORT = 160;

  private final Deeds deeds;
  private final UnitReturns returns;
  private final RowReceipts receipts;
  private final AuditNames names;
  private final CityClock clock;

  AuditPages(
      Deeds deeds, UnitReturns returns, RowReceipts receipts, AuditNames names, CityClock clock) {
    this.deeds = deeds;
    this.returns = returns;
    this.receipts = receipts;
    this.names = names;
    this.clock = clock;
  }

  /** What was done to what comes before where it happened. */
  private static final List<String> FIRST =
      List.of("operation", "entity", "element", "property", "before", "after");

  /** A deed as a line of the page. */
  record Line(OffsetDateTime at, Deed deed, List<Pair> data) {}

  /**
   * One fact that belongs to a deed.
   *
   * @param folded how many parts it has when it is too long to be read in a list; else null
   */
  record Pair(String name, String value, Integer folded) {}

  @ModelAttribute
  void frame(Model model, AuditQuestion asked) {
    model.addAttribute("asked", asked);
    model.addAttribute("clock", clock);
    names.into(model);
  }

  @GetMapping
  String overview(AuditQuestion asked, Model model) {
    Span span = asked.span(clock);
    model.addAttribute("interventions", deeds.count(DeedQuery.interventions(span)));
    model.addAttribute("personalData", deeds.count(DeedQuery.personalData(span)));
    model.addAttribute("configuration", deeds.count(DeedQuery.configuration(span)));
    model.addAttribute(
        "returns", returns.byUnit(span).stream().mapToLong(UnitReturns.OfUnit::returns).sum());
    return "audit/overview";
  }

  @GetMapping("/people")
  String person(AuditQuestion asked, Model model) {
    if (asked.person().isEmpty()) {
      model.addAttribute("question", "people");
      return "audit/deeds";
    }
    names.of(asked.person()).ifPresent(name -> model.addAttribute("name", name));
    return list("people", asked, model);
  }

  @GetMapping("/interventions")
  String interventions(AuditQuestion asked, Model model) {
    return list("interventions", asked, model);
  }

  @GetMapping("/personal-data")
  String personalData(AuditQuestion asked, Model model) {
    return list("personal-data", asked, model);
  }

  @GetMapping("/configuration")
  String configuration(AuditQuestion asked, Model model) {
    return list("configuration", asked, model);
  }

  private String list(String question, AuditQuestion asked, Model model) {
    DeedQuery all = asked.about(question, clock);
    model.addAttribute("question", question);
    model.addAttribute("actions", deeds.actions(all));
    Found<Deed> found = deeds.of(asked.narrowed(all), asked.leaf());
    model.addAttribute("found", found);
    model.addAttribute("lines", found.items().stream().map(this::line).toList());
    return "audit/deeds";
  }

  @GetMapping("/rows")
  String rows(AuditQuestion asked, Model model) {
    RowReceipts.Asked row = asked.row(clock);
    if (row.row() != null) {
      model.addAttribute("found", receipts.of(row, asked.leaf().page(), asked.leaf().size()));
    } else {
      model.addAttribute("counts", receipts.counts(row));
    }
    return "audit/rows";
  }

  @GetMapping("/returns")
  String returns(AuditQuestion asked, Model model) {
    Span span = asked.span(clock);
    if (asked.unit().isEmpty()) {
      model.addAttribute("counts", returns.byUnit(span));
    } else {
      model.addAttribute("found", returns.of(asked.unit(), span, asked.leaf()));
    }
    return "audit/returns";
  }

  private Line line(Deed deed) {
    return new Line(clock.inCity(deed.at()), deed, pairs(deed.data()));
  }

  /** Of a digest the first digits say which; the log and the CSV have all of them. */
  private static String withoutDigits(String value) {
    return value.matches("[0-9a-f]{64}") ? value.substring(0, 12) + "…" : value;
  }

  private static List<Pair> pairs(JsonNode data) {
    List<Pair> pairs = new ArrayList<>();
    data.fields().forEachRemaining(field -> pairs.add(pair(field.getKey(), field.getValue())));
    pairs.removeIf(pair -> pair.value().isEmpty());
    pairs.sort(Comparator.comparingInt(pair -> place(pair.name())));
    return pairs;
  }

  private static int place(String name) {
    int first = FIRST.indexOf(name);
    return first < 0 ? FIRST.size() : first;
  }

  private static Pair pair(String name, JsonNode fact) {
    String value = fact.isValueNode() ? fact.asText() : fact.toString();
    return new Pair(name, withoutDigits(value), value.length() > SHORT ? fact.size() : null);
  }
}
