package org.citycase.process;

import java.time.OffsetDateTime;
import java.util.List;
import org.citycase.access.CurrentUser;
import org.citycase.clock.CityClock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 流程故障: what the engine gave up, for administrators and their programs. */
@RestController
@RequestMapping("/api/incidents")
class IncidentController {

  private static final int SIZE = 50;

  private final Incidents incidents;
  private final IncidentDesk desk;
  private final CityClock clock;
  private final CurrentUser user;

  IncidentController(Incidents incidents, IncidentDesk desk, CityClock clock, CurrentUser user) {
    this.incidents = incidents;
    this.desk = desk;
    this.clock = clock;
    this.user = user;
  }

  /** A page of incidents, newest first. */
  record Page(List<Told> items, int page, int size, long total) {}

  record Told(
      String id,
      OffsetDateTime at,
      String element,
      String caseNumber,
      String message,
      boolean retriable,
      int times,
      Care care) {}

  record Care(String assignee, String note, String by, OffsetDateTime at) {}

  /** Whom to hand an incident over to, and what he should know. */
  record HandOver(String to, String note) {}

  @GetMapping
  Page list(@RequestParam(defaultValue = "0") int page) {
    IncidentDesk.mayHelp(user.viewer());
    int shown = Math.max(page, 0);
    List<Told> items =
        incidents.newest(SIZE, (long) shown * SIZE).stream().map(this::told).toList();
    return new Page(items, shown, SIZE, incidents.count());
  }

  @PostMapping("/{id}/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retry(@PathVariable String id) {
    desk.retry(id, user.viewer());
  }

  @PostMapping("/{id}/handover")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void handOver(@PathVariable String id, @RequestBody HandOver said) {
    desk.handOver(id, said.to(), said.note(), user.viewer());
  }

  private Told told(Incident one) {
    return new Told(
        one.id(),
        clock.inCity(one.at()),
        one.element(),
        one.caseNumber(),
        one.message(),
        one.retriable(),
        one.times(),
        one.care() == null ? null : care(one.care()));
  }

  private Care care(Incident.Care care) {
    return new Care(care.assignee(), care.note(), care.by(), clock.inCity(care.at()));
  }
}
