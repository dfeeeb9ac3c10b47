package org.citycase.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** A refusal before the first controller, as an RFC 9457 problem; its words hold no quotes. */
record Problem(int status, String title, String detail) {

  static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail);
  }

  void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(
            "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(title, status, detail)
                .getBytes(StandardCharsets.UTF_8));
  }
}
