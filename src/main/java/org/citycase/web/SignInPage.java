package org.citycase.web;

import org.citycase.access.SignInWays;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody signs in (登录); the name and password it sends are checked by {@code access}. */
@PageController
class SignInPage {

  private final SignInWays ways;

  SignInPage(SignInWays ways) {
    this.ways = ways;
  }

  /**
   * @param error given when name and password did not belong together
   * @param logout given to who has just signed out
   * @param refused given to who signed in at the city's service and has no role here
   * @param away given when the city's service does not answer
   */
  @GetMapping("/login")
  String show(
      @RequestParam(required = false) String error,
      @RequestParam(required = false) String logout,
      @RequestParam(required = false) String refused,
      @RequestParam(required = false) String away,
      Model model) {
    model.addAttribute("failed", error != null);
    model.addAttribute("left", logout != null);
    model.addAttribute("refused", refused != null);
    model.addAttribute("away", away != null);
    model.addAttribute("cityService", ways.cityService());
    return "login";
  }
}
