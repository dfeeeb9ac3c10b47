package org.citycase.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where everybody signs in (登录); the name and password it sends are checked by {@code access}. */
@PageController
class SignInPage {

  /**
   * @param error given when name and password did not belong together
   * @param logout given to who has just signed out
   */
  @GetMapping("/login")
  String show(
      @RequestParam(required = false) String error,
      @RequestParam(required = false) String logout,
      Model model) {
    model.addAttribute("failed", error != null);
    model.addAttribute("left", logout != null);
    return "login";
  }
}
