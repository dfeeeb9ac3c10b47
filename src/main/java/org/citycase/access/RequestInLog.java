package org.citycase.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citycase.CaseInLog;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names in every line that is logged for a request who asks, and the case its address names. What
 * is logged about a request after all filters, as a failure is, names them too.
 */
@Configuration
class RequestInLog {

  /** The field of a log line that holds the user's name in the house, or public. */
  private static final String USER = "userId";

  private static final int AFTER_SECURITY = 101;
  private static final Pattern CASE = Pattern.compile("/cases/(\\d{19})(?:/.*)?");

  @Bean
  ServletRequestListener requestBounds() {
    return new ServletRequestListener() {
      @Override
      public void requestInitialized(ServletRequestEvent event) {
        forget();
        if (event.getServletRequest() instanceof HttpServletRequest request) {
          Matcher named = CASE.matcher(request.getRequestURI().replaceFirst("^/api", ""));
          if (named.matches()) {
            MDC.put(CaseInLog.CASE_NUMBER, named.group(1));
          }
        }
      }

      @Override
      public void requestDestroyed(ServletRequestEvent event) {
        forget();
      }
    };
  }

  private static void forget() {
    MDC.remove(CaseInLog.CASE_NUMBER);
    MDC.remove(USER);
  }

  @Bean
  @Order(AFTER_SECURITY)
  OncePerRequestFilter userInLog(CurrentUser user) {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        MDC.put(USER, user.viewer().user());
        chain.doFilter(request, response);
      }
    };
  }
}
