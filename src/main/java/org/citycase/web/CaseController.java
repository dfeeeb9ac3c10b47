package org.citycase.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.casefile.CaseDesk;
import org.citycase.casefile.CaseQuery;
import org.citycase.casefile.CaseSearch;
import org.citycase.casefile.Reporter;
import org.citycase.casefile.Reporters;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.Segment;
import org.citycase.clock.StageClocks;
import org.citycase.clock.StageStretch;
import org.citycase.rules.DecisionTables;
import org.citycase.rules.ReceiptWords;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading of cases: one, many, and what happened to it. */
@RestController
@RequestMapping("/api/cases")
class CaseController {

  private static final int USUAL_SIZE = 20;

  private final CaseDesk desk;
  private final CaseSearch search;
  private final CaseJson cases;
  private final Reporters reporters;
  private final CaseClocks clocks;
  private final StageClocks stages;
  private final DecisionTables tables;
  private final ReceiptWords words;
  private final CurrentUser user;
  private final CityClock clock;

  CaseController(
      CaseDesk desk,
      CaseSearch search,
      CaseJson cases,
      Reporters reporters,
      CaseClocks clocks,
      StageClocks stages,
      DecisionTables tables,
      ReceiptWords words,
      CurrentUser user,
      CityClock clock) {
    this.desk = desk;
    this.search = search;
    this.cases = cases;
    this.reporters = reporters;
    this.clocks = clocks;
    this.stages = stages;
    this.tables = tables;
    this.words = words;
    this.user = user;
    this.clock = clock;
  }

  /** A page of a list with the exact total. */
  record Listed(List<Object> items, int page, int size, long total) {}

  /** One case; who answers reporters gets its reporter in full, which the log tells. */
  @GetMapping("/{number}")
  @Transactional
  public Object one(@PathVariable String number) {
    Viewer viewer = user.viewer();
    Reporter reporter =
        viewer.seesReporters() ? reporters.open(number, viewer, "case").orElse(null) : null;
    return cases.opened(desk.read(number, viewer), viewer, reporter);
  }

  /** Finds cases; the parameters are those of {@link CaseQuery}. */
  @GetMapping
  Listed list(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(required = false) Integer page,
      @RequestParam(required = false) Integer size) {
    Viewer viewer = user.viewer();
    CaseSearch.Part part =
        new CaseSearch.Part(page == null ? 0 : page, size == null ? USUAL_SIZE : size);
    CaseSearch.Files found =
        search.files(CaseQuery.of(parameters), new CaseSearch.Look(viewer, clock.instant()), part);
    return new Listed(cases.rows(found.files(), viewer), part.page(), part.size(), found.total());
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
