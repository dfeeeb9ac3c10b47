package org.citycase.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is left of an attempt that lost a race. */
class HeldAnswerTest {

  @Test
  void nothingOfALostAttemptGoesOut() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    response.addHeader("Vary", "Origin");
    response.addHeader("Vary", "Accept");
    HeldAnswer held = new HeldAnswer(response);
    held.setStatus(503);
    held.setHeader("Retry-After", "5");
    held.addHeader("Vary", "Cookie");
    held.getWriter().write("lost");
    held.anew();
    held.getWriter().write("done");
    held.copyBodyToResponse();
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentAsString()).isEqualTo("done");
    assertThat(response.getHeader("Retry-After")).isNull();
    assertThat(response.getHeaders("Vary")).containsExactly("Origin", "Accept");
  }
}
