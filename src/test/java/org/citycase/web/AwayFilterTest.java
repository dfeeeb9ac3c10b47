package org.citycase.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import java.sql.SQLTransientConnectionException;
import org.citycase.DatabaseAway;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Without a database a request is answered with a sentence, never with a server error. */
class AwayFilterTest {

  private final AwayFilter filter = new AwayFilter(new ObjectMapper());
  private final MockHttpServletRequest request =
      new MockHttpServletRequest("GET", "/api/cases/1101012026031300001");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void aProgramIsToldToTryAgain() throws Exception {
    filter.doFilter(
        request,
        response,
        (asked, answer) -> {
          throw new ServletException(new SQLTransientConnectionException("no connection"));
        });
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    assertThat(response.getContentAsString()).contains("try again", "not known", "稍后再试");
  }

  @Test
  void whoLooksAtAPageReadsASentence() throws Exception {
    request.addHeader("Accept", "text/html,*/*");
    filter.doFilter(
        request,
        response,
        (asked, answer) -> {
          throw new IllegalStateException(new SQLTransientConnectionException("no connection"));
        });
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentType()).startsWith("text/plain");
    assertThat(response.getContentAsString()).startsWith("数据库暂时无法访问");
  }

  @Test
  void whoCannotEvenSignInIsToldTheSame() throws Exception {
    SQLTransientConnectionException away = new SQLTransientConnectionException("no connection");
    filter.doFilter(
        request,
        response,
        (asked, answer) -> {
          throw DatabaseAway.refusal(away);
        });
    assertThat(response.getStatus()).isEqualTo(503);
  }

  @Test
  void anotherFailureStaysWhatItIs() {
    assertThatThrownBy(
            () ->
                filter.doFilter(
                    request,
                    response,
                    (asked, answer) -> {
                      throw new IllegalStateException("a bug");
                    }))
        .hasMessage("a bug");
  }
}
