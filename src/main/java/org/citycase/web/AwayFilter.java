package org.citycase.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.citycase.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before everything else, signing in included: what fails because the database cannot be reached is
 * answered 503 with a sentence and the time after which to try again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AwayFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(AwayFilter.class);

  private final ObjectMapper json;

  AwayFilter(ObjectMapper json) {
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      if (!DatabaseAway.isIn(e) || response.isCommitted()) {
        throw e;
      }
      LOG.warn("{} {} without a database.", request.getMethod(), UnforeseenFilter.path(request));
      answer(request, response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
    response.resetBuffer();
    response.setStatus(status.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(DatabaseAway.RETRY_AFTER));
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)) {
      response.setContentType(MediaType.TEXT_PLAIN_VALUE);
      response.getWriter().println(DatabaseAway.ZH + "\n" + DatabaseAway.EN);
    } else {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      json.writeValue(
          response.getWriter(),
          Map.of(
              "title",
              status.getReasonPhrase(),
              "status",
              status.value(),
              "detail",
              DatabaseAway.EN,
              "zh",
              DatabaseAway.ZH));
    }
  }
}
