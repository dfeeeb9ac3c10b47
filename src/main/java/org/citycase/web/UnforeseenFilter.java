package org.citycase.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.citycase.Wordless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes what nobody foresaw out of the server's hands, which would log it with its words: the log
 * tells what failed and where, the client that it failed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnforeseenFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(UnforeseenFilter.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (InvalidFileNameException named) {
      // The container looks for parameters in all parts, before any door could refuse one.
      response.reset();
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } catch (ServletException | RuntimeException | StackOverflowError unforeseen) {
      LOG.error("{} {} failed.", request.getMethod(), path(request), Wordless.of(unforeseen));
      if (!response.isCommitted()) {
        response.reset();
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      }
    }
  }

  /** What a client writes into an address is no line of the log. */
  static String path(HttpServletRequest request) {
    return request.getRequestURI().replaceAll("[^A-Za-z0-9/._-]", "_");
  }
}
