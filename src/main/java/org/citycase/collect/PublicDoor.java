package org.citycase.collect;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts what citizens send before anything of it is read, so that what is refused later counts
 * too. Reports are all that somebody without a login may send past the security chain.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 1)
class PublicDoor extends OncePerRequestFilter {

  private final PublicRate rate;
  private final CurrentUser user;
  private final ObjectMapper json;

  PublicDoor(PublicRate rate, CurrentUser user, ObjectMapper json) {
    this.rate = rate;
    this.user = user;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod()) || !user.viewer().equals(Viewer.PUBLIC);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      rate.take(request.getRemoteAddr());
    } catch (Refusal spent) {
      HttpStatus status = HttpStatus.valueOf(spent.kind().status());
      response.setStatus(status.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, "60");
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response
          .getOutputStream()
          .write(
              json.writeValueAsBytes(ProblemDetail.forStatusAndDetail(status, spent.getMessage())));
      return;
    }
    chain.doFilter(request, response);
  }
}
