package org.citycase.web;

import java.util.List;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.audit.Alarms;
import org.citycase.audit.Leaf;
import org.citycase.clock.CityClock;
import org.citycase.clock.Light;
import org.citycase.process.Worklist;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists behind the counts of the start page: waiting tasks and alarms. */
@PageController
@RequestMapping("/tasks")
class TaskPages {

  private final CurrentUser user;
  private final Worklist work;
  private final Alarms alarms;
  private final AuditNames names;
  private final CityClock clock;

  TaskPages(CurrentUser user, Worklist work, Alarms alarms, AuditNames names, CityClock clock) {
    this.user = user;
    this.work = work;
    this.alarms = alarms;
    this.names = names;
    this.clock = clock;
  }

  /** Alarms are for who is on duty. */
  static boolean mayHear(Viewer viewer) {
    return viewer.isIn("camunda-admin") || viewer.isIn("duty-leaders");
  }

  @GetMapping
  String tasks(
      @RequestParam(defaultValue = "") String key,
      @RequestParam(required = false) String light,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    Viewer viewer = user.viewer();
    Leaf leaf = Leaf.at(page);
    Worklist.Wanted wanted = new Worklist.Wanted(key, light(light), leaf.page(), leaf.size());
    model.addAttribute("heaps", work.of(viewer));
    model.addAttribute("found", work.of(viewer, wanted));
    model.addAttribute("key", key);
    model.addAttribute("light", light == null ? "" : light);
    model.addAttribute("label", new StepLabel(AuditNames.isEnglish()));
    model.addAttribute("clock", clock);
    names.into(model);
    return "tasks";
  }

  private static Light light(String code) {
    return List.of(Light.values()).stream()
        .filter(light -> light.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  @GetMapping("/alarms/{kind}")
  String alarms(
      @PathVariable Alarms.Kind kind, @RequestParam(defaultValue = "0") int page, Model model) {
    if (!mayHear(user.viewer())) {
      throw Refusal.inBoth(
          Refusal.Kind.NOT_ALLOWED,
          "告警由值班长和系统管理员处理。",
          "Alarms are for duty leaders and the administrator.");
    }
    model.addAttribute("kind", kind);
    model.addAttribute("found", alarms.of(kind, Leaf.at(page)));
    model.addAttribute("clock", clock);
    return "alarms";
  }
}
