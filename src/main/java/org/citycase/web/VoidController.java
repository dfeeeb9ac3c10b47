package org.citycase.web;

import org.citycase.access.CurrentUser;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.Voiding;
import org.citycase.process.CaseMessages;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 作废: somebody asks to void a filed case; the diagram gives it to a duty leader. */
@RestController
@RequestMapping(path = "/api/cases/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
class VoidController {

  private final Voiding voiding;
  private final CaseMessages messages;
  private final CaseJson cases;
  private final CurrentUser user;

  VoidController(Voiding voiding, CaseMessages messages, CaseJson cases, CurrentUser user) {
    this.voiding = voiding;
    this.messages = messages;
    this.cases = cases;
    this.user = user;
  }

  record Asked(String reason) {}

  @PostMapping("/void-request")
  @Transactional
  public Object ask(@PathVariable String number, @RequestBody Asked asked) {
    CaseFile file = voiding.ask(number, asked.reason(), user.viewer());
    messages.askVoid(number);
    return cases.of(file, user.viewer());
  }
}
