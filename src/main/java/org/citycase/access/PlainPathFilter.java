package org.citycase.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a path that is written as no link is (steps back, doubled or coded slashes, parameters,
 * coded letters) before anything reads it: the server, the rules of access and the engine would
 * each understand it in their own way, and one of them would fail.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainPathFilter extends OncePerRequestFilter {

  private static final Pattern ODD =
      Pattern.compile(
          "//|/\\.\\.?(/|$)|[;\\\\]|%(2[ef5]|3[0-9b]|[46][1-9a-f]|[57][0-9a]|5c|0[0ad])",
          Pattern.CASE_INSENSITIVE);

  private static final byte[] SENTENCE =
      """
      {"title":"Bad Request","status":400,\
      "detail":"The path is not written plainly: ask for it as the interface describes it."}"""
          .getBytes(StandardCharsets.UTF_8);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!ODD.matcher(request.getRequestURI()).find()) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(SENTENCE);
  }
}
