package org.citycase.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * An answer held back until its transaction has ended; a lost attempt leaves nothing of its own.
 */
final class HeldAnswer extends ContentCachingResponseWrapper {

  /** What the doors before had said already. */
  private final Map<String, Collection<String>> before = new LinkedHashMap<>();

  HeldAnswer(HttpServletResponse response) {
    super(response);
    response
        .getHeaderNames()
        .forEach(name -> before.put(name, List.copyOf(response.getHeaders(name))));
  }

  /** Begins anew: body, status and headers as they were before the first attempt. */
  void anew() {
    reset();
    before.forEach((name, values) -> values.forEach(value -> addHeader(name, value)));
  }
}
