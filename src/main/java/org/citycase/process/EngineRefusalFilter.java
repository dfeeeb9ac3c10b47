package org.citycase.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.citycase.Refusal;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The engine's REST interface answers everything a listener throws as a server error. A refusal is
 * the client's to mend: it is answered with a 4xx and its sentence in {@code message}.
 */
class EngineRefusalFilter extends OncePerRequestFilter {

  private final ObjectMapper json;

  EngineRefusalFilter(ObjectMapper json) {
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getMethod().equals("GET");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RefusalInterceptor.takeLast();
    ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, held);
    Refusal refusal = RefusalInterceptor.takeLast();
    if (refusal != null && held.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
      held.resetBuffer();
      held.setStatus(refusal.kind().status());
      held.setContentType(MediaType.APPLICATION_JSON_VALUE);
      held.setCharacterEncoding(StandardCharsets.UTF_8.name());
      held.getOutputStream()
          .write(
              json.writeValueAsBytes(Map.of("type", "Refusal", "message", refusal.getMessage())));
    }
    held.copyBodyToResponse();
  }
}
