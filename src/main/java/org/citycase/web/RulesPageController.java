package org.citycase.web;

import java.util.List;
import java.util.Locale;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.clock.CityClock;
import org.citycase.standard.District;
import org.citycase.standard.Districts;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page of the decision tables (规则表): the list of tables, one table, the log. What they show
 * comes from {@code /api/tables} and {@code /api/drafts}; who may open them says {@code access}.
 */
@PageController
@RequestMapping("/rules")
class RulesPageController {

  private final CurrentUser user;
  private final CityClock clock;
  private final Districts districts;

  RulesPageController(CurrentUser user, CityClock clock, Districts districts) {
    this.user = user;
    this.clock = clock;
    this.districts = districts;
  }

  /** A district as the page offers it for a rehearsal. */
  record Place(String code, String name) {}

  @ModelAttribute
  void frame(Model model, Locale locale) {
    Viewer viewer = user.viewer();
    boolean english = locale.getLanguage().equals("en");
    model.addAttribute("owner", viewer.isIn("process-owners"));
    model.addAttribute("admin", viewer.isIn("camunda-admin"));
    model.addAttribute("zone", clock.getZone().getId());
    model.addAttribute("today", clock.inCity(clock.instant()).toLocalDate().toString());
    model.addAttribute("places", places(english));
  }

  private List<Place> places(boolean english) {
    return districts.all().stream()
        .filter(district -> district.level() == District.Level.COUNTY)
        .map(district -> new Place(district.code(), district.name(english)))
        .toList();
  }

  @GetMapping
  String tables(Model model) {
    model.addAttribute("page", "tables");
    return "rules";
  }

  @GetMapping("/log")
  String log(Model model) {
    model.addAttribute("page", "log");
    return "rules";
  }

  @GetMapping("/tables/{name}")
  String table(@PathVariable String name, Model model) {
    model.addAttribute("page", "table");
    model.addAttribute("table", name);
    return "rules";
  }
}
