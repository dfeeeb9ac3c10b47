package org.citycase.supervise;

import java.util.List;
import org.citycase.access.CurrentUser;
import org.citycase.casefile.CaseDesk;
import org.citycase.web.CaseJson;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What inspectors and leaders say to an open case from outside its tasks, and who was told. */
@RestController
@RequestMapping(
    path = "/api/cases/{number}",
    produces = org.springframework.http.MediaType.APPLICATION_JSON_VALUE)
class SupervisionController {

  private final Supervision supervision;
  private final Escalations escalations;
  private final CaseDesk desk;
  private final CaseJson cases;
  private final CurrentUser user;

  SupervisionController(
      Supervision supervision,
      Escalations escalations,
      CaseDesk desk,
      CaseJson cases,
      CurrentUser user) {
    this.supervision = supervision;
    this.escalations = escalations;
    this.desk = desk;
    this.cases = cases;
    this.user = user;
  }

  /** Why an inspector supervises: overdue, leader or important. */
  record Supervise(String kind, String note) {}

  record Instruction(String text) {}

  @PostMapping("/supervise")
  Object supervise(@PathVariable String number, @RequestBody Supervise said) {
    return cases.of(
        supervision.supervise(number, said.kind(), said.note(), user.viewer()), user.viewer());
  }

  @PostMapping("/leader-instruction")
  Object instruct(@PathVariable String number, @RequestBody Instruction said) {
    return cases.of(supervision.instruct(number, said.text(), user.viewer()), user.viewer());
  }

  @GetMapping("/escalations")
  List<EscalationRecord> escalations(@PathVariable String number) {
    desk.read(number, user.viewer());
    return escalations.of(number);
  }
}
