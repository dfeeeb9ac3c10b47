package org.citycase.web;

import org.citycase.access.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Leads who signs in to his work: owners of standards to their tables, all others to their tasks.
 */
@Controller
class StartPage {

  private final CurrentUser user;

  StartPage(CurrentUser user) {
    this.user = user;
  }

  @GetMapping("/")
  String start() {
    return user.viewer().isIn("process-owners")
        ? "redirect:/rules"
        : "redirect:/camunda/app/tasklist/default/";
  }
}
