package org.citycase.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no error leave the engine's doors as the engine tells it: what the client can mend is a 4xx
 * with a sentence, and nothing tells how the service is built. What succeeds passes untouched.
 */
class EngineAnswers extends OncePerRequestFilter {

  private final ObjectMapper json;

  EngineAnswers(ObjectMapper json) {
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HeldError held = new HeldError(response);
    RefusalInterceptor.listen();
    try {
      chain.doFilter(request, held);
      if (held.isHeld() && !response.isCommitted()) {
        RuntimeException thrown = RefusalInterceptor.lastFailure();
        tell(response, said(response.getStatus(), held.text(), thrown));
      }
    } finally {
      RefusalInterceptor.forget();
    }
  }

  private ObjectNode said(int status, String text, RuntimeException thrown) {
    ObjectNode said = readable(text);
    String type = said.path("type").asText("InvalidRequestException");
    EngineFailure failure =
        EngineFailure.of(status, type, said.path("message").asText(text), thrown);
    said.put("type", failure.type()).put("message", failure.message());
    return said.put("status", failure.status());
  }

  /** An error is an object with type and message; where its reader stopped, it is a plain text. */
  private ObjectNode readable(String text) {
    try {
      JsonNode read = json.readTree(text);
      return read instanceof ObjectNode object ? object : json.createObjectNode();
    } catch (JsonProcessingException plain) {
      return json.createObjectNode();
    }
  }

  private void tell(HttpServletResponse response, ObjectNode said) throws IOException {
    response.setStatus(said.remove("status").asInt());
    byte[] body = said.toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
