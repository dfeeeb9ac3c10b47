package org.citycase.evaluate;

import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.web.CaseJson;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for the appeal of a unit. */
@RestController
@RequestMapping(path = "/api/cases/{number}/appeal", produces = MediaType.APPLICATION_JSON_VALUE)
class AppealController {

  private final Appeals appeals;
  private final CaseJson cases;
  private final CurrentUser user;

  AppealController(Appeals appeals, CaseJson cases, CurrentUser user) {
    this.appeals = appeals;
    this.cases = cases;
    this.user = user;
  }

  /** Why the overdue mark should not count. */
  record Appealed(String reason) {}

  @PostMapping
  Object appeal(@PathVariable String number, @RequestBody Appealed said) {
    Viewer viewer = user.viewer();
    return cases.of(appeals.ask(number, said.reason(), viewer), viewer);
  }
}
