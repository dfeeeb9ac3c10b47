package org.citycase.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.citycase.Downloads;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.casefile.CaseDesk;
import org.citycase.clock.CityClock;
import org.citycase.trail.Extent;
import org.citycase.trail.TrailExport;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door for proofs: exports of the trails, and checks of what the database holds now. */
@RestController
@RequestMapping("/api/audit")
class TrailController {

  private final TrailExport export;
  private final TrailChecks checks;
  private final SealShelf shelf;
  private final CaseDesk desk;
  private final CurrentUser user;
  private final CityClock clock;
  private final Downloads downloads;

  TrailController(
      TrailExport export,
      TrailChecks checks,
      SealShelf shelf,
      CaseDesk desk,
      CurrentUser user,
      CityClock clock,
      Downloads downloads) {
    this.export = export;
    this.checks = checks;
    this.shelf = shelf;
    this.desk = desk;
    this.user = user;
    this.clock = clock;
    this.downloads = downloads;
  }

  /** What is to be checked; without a case everything is. */
  record Wanted(@JsonProperty("case") String caseNumber) {}

  /**
   * Sends an export.
   *
   * @param from only cases reported then or later; a day of the city, or an instant with its offset
   * @param to only cases reported before, or until the end of this day
   * @param number only this case
   */
  @GetMapping("/trail/export")
  void export(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(name = "case", required = false) String number,
      HttpServletResponse response)
      throws IOException {
    refuseUnknown(number);
    Span span = Span.of(from, to, clock.getZone());
    Instant now = clock.instant();
    String name = "citycase-trail-%s.ndjson.gz".formatted(now.toString().replace(":", ""));
    downloads.send(
        response,
        new Downloads.Label(name, "application/gzip"),
        out -> export.write(span.extent(number), now, out));
  }

  /** Whatever is left of a deleted case is exported and checked, as every case. */
  private void refuseUnknown(String number) {
    if (number != null && !shelf.tellsOf(number)) {
      desk.read(number, user.viewer());
    }
  }

  /** Begins a check, which goes on by itself; its state is asked for at its location. */
  @PostMapping("/checks")
  ResponseEntity<TrailChecks.Check> check(@RequestBody(required = false) Wanted wanted) {
    String number = wanted == null ? null : wanted.caseNumber();
    refuseUnknown(number);
    Extent extent = number == null ? Extent.WHOLE : Extent.of(number);
    TrailChecks.Check begun = checks.begin(extent, user.viewer().user());
    return ResponseEntity.accepted()
        .location(URI.create("/api/audit/checks/" + begun.id()))
        .body(begun);
  }

  @GetMapping("/checks")
  List<TrailChecks.Check> checks() {
    return checks.latest();
  }

  @GetMapping("/checks/{id}")
  TrailChecks.Check check(@PathVariable String id) {
    return checks
        .of(id)
        .orElseThrow(
            () ->
                Refusal.inBoth(
                    Refusal.Kind.UNKNOWN,
                    "没有校验 %s：请用 POST /api/audit/checks 开始一次。".formatted(id),
                    "There is no check %s: begin one with POST /api/audit/checks.".formatted(id)));
  }
}
