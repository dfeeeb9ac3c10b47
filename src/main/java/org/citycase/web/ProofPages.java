package org.citycase.web;

import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.audit.Leaf;
import org.citycase.audit.Seals;
import org.citycase.audit.TrailChecks;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The proofs that nothing was changed (封存与校验): seals, and checks of what the database holds. */
@PageController
@RequestMapping("/audit")
class ProofPages {

  private final Seals seals;
  private final TrailChecks checks;
  private final CurrentUser user;

  ProofPages(Seals seals, TrailChecks checks, CurrentUser user) {
    this.seals = seals;
    this.checks = checks;
    this.user = user;
  }

  @ModelAttribute
  void frame(Model model) {
    model.addAttribute("asked", AuditQuestion.anything());
    model.addAttribute("maySeal", Seals.mayMake(user.viewer()));
  }

  @GetMapping("/seals")
  String list(@RequestParam(defaultValue = "0") int page, Model model) {
    Leaf leaf = Leaf.at(page);
    model.addAttribute("found", seals.page(leaf.page(), leaf.size()));
    model.addAttribute("checks", checks.latest());
    return "audit/seals";
  }

  @PostMapping("/seals")
  String seal() {
    seals.seal(user.viewer());
    return "redirect:/audit/seals";
  }

  @PostMapping("/checks")
  String check() {
    return "redirect:/audit/checks/" + checks.begin(user.viewer().user()).id();
  }

  @GetMapping("/checks/{id}")
  String check(@PathVariable String id, Model model) {
    TrailChecks.Check check =
        checks
            .of(id)
            .orElseThrow(
                () ->
                    Refusal.inBoth(
                        Refusal.Kind.UNKNOWN,
                        "没有这次校验：请重新开始一次。",
                        "There is no such check: begin another."));
    model.addAttribute("check", check);
    return "audit/check";
  }
}
