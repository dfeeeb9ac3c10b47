package org.citycase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.citycase.Refusal;
import org.citycase.Turnstile;
import org.citycase.clock.CityClock;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Tells who looks at a page why his question cannot be answered; programs get a problem. */
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedPage {

  private final PageFrame frame;
  private final CityClock clock;

  RefusedPage(PageFrame frame, CityClock clock) {
    this.frame = frame;
    this.clock = clock;
  }

  @ExceptionHandler(Refusal.class)
  ModelAndView of(
      Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale locale) {
    if (refusal.kind().status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Turnstile.PATIENCE));
    }
    ExtendedModelMap model = new ExtendedModelMap();
    frame.frame(model, locale, request);
    model.addAttribute("sentence", Speech.in(locale, clock.getZone()).why(refusal));
    return new ModelAndView("refused", model, HttpStatus.valueOf(refusal.kind().status()));
  }
}
