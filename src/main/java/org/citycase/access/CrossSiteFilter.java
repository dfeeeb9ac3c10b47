package org.citycase.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other sites from acting with the session, or the Basic password, that a browser sends along
 * by itself. A browser says where a request comes from; programs say nothing and are let through,
 * since nobody can make them send what they hold.
 */
class CrossSiteFilter extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /** {@code none}: typed, or from a bookmark. */
  private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READING.contains(request.getMethod()) || !isForeign(request) || isModeler(request)) {
      chain.doFilter(request, response);
      return;
    }
    Problem.of(
            HttpServletResponse.SC_FORBIDDEN,
            "Forbidden",
            "The request comes from a page of another site: open CityCase itself and do it there."
                + " 请求来自其他网站，请在本系统页面内操作。")
        .writeTo(response);
  }

  private static boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !OUR_OWN.contains(site);
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && !isOurs(origin, request);
  }

  private static boolean isOurs(String origin, HttpServletRequest request) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }

  /** Camunda Modeler is a browser whose page is a file; no page of the web can say so of itself. */
  private static boolean isModeler(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null
        && origin.startsWith("file://")
        && request.getHeader(HttpHeaders.COOKIE) == null;
  }
}
