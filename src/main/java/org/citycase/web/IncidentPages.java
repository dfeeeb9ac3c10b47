package org.citycase.web;

import org.citycase.access.CurrentUser;
import org.citycase.audit.Leaf;
import org.citycase.process.IncidentDesk;
import org.citycase.process.Incidents;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 流程故障: what the engine gave up, and what an administrator does about it. */
@PageController
@RequestMapping("/operations/incidents")
class IncidentPages {

  private static final String LIST = "redirect:/operations/incidents?done=";

  private final Incidents incidents;
  private final IncidentDesk desk;
  private final CurrentUser user;

  IncidentPages(Incidents incidents, IncidentDesk desk, CurrentUser user) {
    this.incidents = incidents;
    this.desk = desk;
    this.user = user;
  }

  /**
   * @param done what was just done, said above the list: retry or handover
   */
  @GetMapping
  String list(
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "") String done,
      Model model) {
    IncidentDesk.mayHelp(user.viewer());
    Leaf leaf = Leaf.at(page);
    int size = leaf.size();
    model.addAttribute("incidents", incidents.newest(size, (long) leaf.page() * size));
    model.addAttribute("total", incidents.count());
    model.addAttribute("page", leaf.page());
    model.addAttribute("size", size);
    model.addAttribute("helpers", desk.helpers());
    model.addAttribute("label", new StepLabel(AuditNames.isEnglish()));
    model.addAttribute("done", done.equals("retry") || done.equals("handover") ? done : null);
    return "incidents";
  }

  @PostMapping("/{id}/retry")
  String retry(@PathVariable String id) {
    desk.retry(id, user.viewer());
    return LIST + "retry";
  }

  @PostMapping("/{id}/handover")
  String handOver(
      @PathVariable String id,
      @RequestParam String to,
      @RequestParam(required = false) String note) {
    desk.handOver(id, to, note, user.viewer());
    return LIST + "handover";
  }
}
