package org.citycase.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.citycase.clock.CityClock;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page needs: the language ({@code lang}, {@code say}), who is signed in, where he may
 * go and the way to the same page in the other language.
 */
@ControllerAdvice(annotations = PageController.class)
class PageFrame {

  private final CurrentUser user;
  private final CityClock clock;

  PageFrame(CurrentUser user, CityClock clock) {
    this.user = user;
    this.clock = clock;
  }

  @ModelAttribute
  void frame(Model model, Locale locale, HttpServletRequest request) {
    Viewer viewer = user.viewer();
    model.addAttribute("lang", locale.getLanguage().equals("en") ? "en" : "zh-CN");
    model.addAttribute("say", Speech.in(locale, clock.getZone()));
    model.addAttribute("inEnglish", samePage(request, "en"));
    model.addAttribute("inChinese", samePage(request, "zh"));
    model.addAttribute("mayWork", !viewer.onlyReads());
    model.addAttribute("mayAdminister", viewer.isIn("camunda-admin"));
    model.addAttribute("user", viewer.user());
    model.addAttribute("mayRules", isIn(viewer, "process-owners", "auditors", "camunda-admin"));
    model.addAttribute("mayAudit", viewer.audits());
  }

  /** The page with its filters, in another language. */
  private static String samePage(HttpServletRequest request, String language) {
    return UriComponentsBuilder.fromPath(request.getRequestURI())
        .query(request.getQueryString())
        .replaceQueryParam("lang", language)
        .build()
        .toUriString();
  }

  private static boolean isIn(Viewer viewer, String... groups) {
    return List.of(groups).stream().anyMatch(viewer::isIn);
  }
}
