package org.citycase.web;

import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.casefile.CalendarRecount;
import org.citycase.clock.CalendarChange;
import org.citycase.clock.CalendarOffice;
import org.citycase.clock.EmergencyOrder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar: everybody reads it, process owners change it. */
@RestController
@RequestMapping("/api/calendar")
class CalendarOfficeController {

  private final CalendarOffice office;
  private final CalendarRecount recount;
  private final CurrentUser user;

  CalendarOfficeController(CalendarOffice office, CalendarRecount recount, CurrentUser user) {
    this.office = office;
    this.recount = recount;
    this.user = user;
  }

  /** A declared emergency and what it did to the open cases. */
  record Opened(CalendarOffice.Declared emergency, CalendarRecount.Done recount) {}

  @GetMapping
  CalendarOffice.Shown shown() {
    return office.shown();
  }

  @PostMapping("/preview")
  CalendarRecount.Preview preview(@RequestBody CalendarChange change) {
    owner();
    return recount.preview(office.draft(change));
  }

  @PostMapping
  CalendarRecount.Done publish(@RequestBody CalendarChange change) {
    String by = owner();
    office.publish(change, by);
    return recount.run(by);
  }

  @GetMapping("/emergencies")
  Object emergencies() {
    return office.emergencies();
  }

  @PostMapping("/emergencies")
  Opened declare(@RequestBody EmergencyOrder order) {
    String by = owner();
    CalendarOffice.Declared declared = office.declare(order, by);
    return new Opened(declared, recount.run(by));
  }

  @PostMapping("/emergencies/preview")
  CalendarRecount.Preview preview(@RequestBody EmergencyOrder order) {
    owner();
    return recount.preview(office.draft(order));
  }

  @DeleteMapping("/emergencies/{id}")
  CalendarRecount.Done end(@PathVariable int id) {
    String by = owner();
    office.end(id, by);
    return recount.run(by);
  }

  private String owner() {
    Viewer viewer = user.viewer();
    if (!viewer.isIn("process-owners")) {
      throw new Refusal(
          Refusal.Kind.NOT_ALLOWED, "Only the group process-owners changes the calendar.");
    }
    return viewer.user();
  }
}
