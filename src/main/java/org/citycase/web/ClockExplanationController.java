package org.citycase.web;

import org.citycase.access.CurrentUser;
import org.citycase.casefile.CaseDesk;
import org.citycase.clock.ClockExplanation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why a case is overdue, or that it is not, in two languages. */
@RestController
class ClockExplanationController {

  private final CaseDesk desk;
  private final ClockExplanation explanation;
  private final CurrentUser user;

  ClockExplanationController(CaseDesk desk, ClockExplanation explanation, CurrentUser user) {
    this.desk = desk;
    this.explanation = explanation;
    this.user = user;
  }

  @GetMapping("/api/cases/{number}/clock/explanation")
  ClockExplanation.Sentences explain(@PathVariable String number) {
    desk.read(number, user.viewer());
    return explanation.of(number);
  }
}
