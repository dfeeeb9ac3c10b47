package org.citycase.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.citycase.DatabaseAway;
import org.citycase.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The engine's REST interface answers everything a listener throws as a server error. A refusal is
 * the client's to mend: it is answered with a 4xx and its sentence in {@code message}. What signing
 * in ended with does not count; {@link EngineAnswers} before it forgets.
 */
class EngineRefusalFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(EngineRefusalFilter.class);

  private final ObjectMapper json;

  EngineRefusalFilter(ObjectMapper json) {
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RefusalInterceptor.listen();
    ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, held);
    Refusal refusal = RefusalInterceptor.lastRefusal();
    if (refusal == null && held.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      // The engine would log it with its words, which may be a reporter's.
      LOG.error(
          "The engine's door {} {} failed: {}.",
          request.getMethod(),
          request.getServletPath(),
          type(held.getContentAsByteArray()));
    }
    if (refusal != null && held.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
      held.resetBuffer();
      held.setStatus(refusal.kind().status());
      if (refusal.kind() == Refusal.Kind.BUSY) {
        held.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(DatabaseAway.RETRY_AFTER));
      }
      held.setContentType(MediaType.APPLICATION_JSON_VALUE);
      held.setCharacterEncoding(StandardCharsets.UTF_8.name());
      held.getOutputStream()
          .write(
              json.writeValueAsBytes(Map.of("type", "Refusal", "message", refusal.getMessage())));
    }
    held.copyBodyToResponse();
  }

  /** What the engine calls what went wrong: the name of an exception. */
  private String type(byte[] answer) {
    try {
      String type = json.readTree(answer).path("type").asText();
      return type.matches("\\w{1,80}") ? type : "unknown";
    } catch (IOException noJson) {
      return "unknown";
    }
  }
}
