package org.citycase.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.casefile.CaseDesk;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseSearch;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.Segment;
import org.citycase.clock.StageClocks;
import org.citycase.clock.StageStretch;
import org.citycase.rules.DecisionTables;
import org.citycase.rules.ReceiptWords;
import org.springframework.data.domain.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading of cases: one, many, and what happened to it. */
@RestController
@RequestMapping("/api/cases")
class CaseController {

  private final CaseDesk desk;
  private final CaseSearch search;
  private final CaseJson cases;
  private final CaseClocks clocks;
  private final StageClocks stages;
  private final DecisionTables tables;
  private final ReceiptWords words;
  private final CurrentUser user;

  CaseController(
      CaseDesk desk,
      CaseSearch search,
      CaseJson cases,
      CaseClocks clocks,
      StageClocks stages,
      DecisionTables tables,
      ReceiptWords words,
      CurrentUser user) {
    this.desk = desk;
    this.search = search;
    this.cases = cases;
    this.clocks = clocks;
    this.stages = stages;
    this.tables = tables;
    this.words = words;
    this.user = user;
  }

  /** A page of a list with the exact total. */
  record Listed(List<Object> items, int page, int size, long total) {}

  @GetMapping("/{number}")
  Object one(@PathVariable String number) {
    return cases.of(desk.read(number, user.viewer()), user.viewer());
  }

  @GetMapping
  Listed list(
      @RequestParam(required = false) String state,
      @RequestParam(required = false) String step,
      @RequestParam(required = false) String unit,
      @RequestParam(required = false) String district,
      @RequestParam(required = false) String category,
      @RequestParam(required = false) String grid,
      @RequestParam(required = false) Boolean overdue,
      @RequestParam(required = false) OffsetDateTime from,
      @RequestParam(required = false) OffsetDateTime to,
      @RequestParam(required = false) String q,
      @RequestParam(required = false) String sort,
      @RequestParam(required = false) Integer page,
      @RequestParam(required = false) Integer size) {
    Viewer viewer = user.viewer();
    Page<CaseFile> found =
        search.find(
            new CaseSearch.Query(
                state,
                step,
                unit,
                district,
                category,
                grid,
                overdue,
                from == null ? null : from.toInstant(),
                to == null ? null : to.toInstant(),
                q,
                sort,
                page,
                size),
            viewer);
    return new Listed(
        found.getContent().stream().map(file -> cases.row(file, viewer)).toList(),
        found.getNumber(),
        found.getSize(),
        found.getTotalElements());
  }

  @GetMapping("/{number}/trail")
  List<CaseDesk.Trail> trail(@PathVariable String number) {
    desk.read(number, user.viewer());
    return desk.trail(number);
  }

  @GetMapping("/{number}/clock")
  List<Segment> clock(@PathVariable String number) {
    desk.read(number, user.viewer());
    return clocks.ledger(number);
  }

  @GetMapping("/{number}/stages")
  List<StageStretch> stages(@PathVariable String number) {
    desk.read(number, user.viewer());
    return stages.of(number);
  }

  @GetMapping("/{number}/decisions")
  List<DecisionJson> decisions(@PathVariable String number) {
    desk.read(number, user.viewer());
    return tables.receiptsOf(number).stream()
        .map(receipt -> DecisionJson.of(receipt, words.sentence(receipt)))
        .toList();
  }
}
