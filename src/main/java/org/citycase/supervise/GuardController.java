package org.citycase.supervise;

import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.casefile.CaseDesk;
import org.citycase.web.CaseJson;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What collectors and units say about the guard at a danger. */
@RestController
class GuardController {

  private final Guards guards;
  private final CaseDesk desk;
  private final CaseJson cases;
  private final CurrentUser user;

  GuardController(Guards guards, CaseDesk desk, CaseJson cases, CurrentUser user) {
    this.guards = guards;
    this.desk = desk;
    this.cases = cases;
    this.user = user;
  }

  /** {@code start}, {@code relief} (by whom), {@code arrived} or {@code left}. */
  record Said(String event, String by, String note) {}

  @PostMapping(path = "/api/cases/{number}/guard", produces = MediaType.APPLICATION_JSON_VALUE)
  @Transactional
  public Object hear(@PathVariable String number, @RequestBody Said said) {
    Viewer viewer = user.viewer();
    desk.read(number, viewer);
    String note = said.note() == null || said.note().isBlank() ? null : said.note().trim();
    Guards.Word word = new Guards.Word(GuardEvent.said(said.event()), said.by(), note);
    return cases.of(guards.hear(number, word, viewer), viewer);
  }
}
