package org.citycase.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.citycase.Refusal;
import org.citycase.access.CurrentUser;
import org.citycase.access.Viewer;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies of more than 40 MB, or 16 MB of somebody without an account, with a sentence,
 * whether or not they tell their length, and those for which there is no room among the others.
 * What citizens send takes no room from the desks.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 2)
class BodyLimitFilter extends OncePerRequestFilter {

  private static final long MOST_BYTES = 40L * 1024 * 1024;
  private static final long MOST_OF_PUBLIC = 16L * 1024 * 1024;
  private static final int AT_ONCE = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String PUBLIC_TOO_LARGE =
      "A report without an account has at most 16 MB, any other request 40 MB: send fewer or"
          + " smaller photos."
          + " 未登录上报不得超过16 MB，请减少或缩小照片。";

  private static final String BUSY =
      "Too many large requests are being read: send it again in some seconds."
          + " 正在接收的大文件太多，请稍后再试。";

  private final CurrentUser user;
  private final ObjectMapper json;
  private final BodyRoom desks = new BodyRoom(AT_ONCE * MOST_BYTES, PATIENCE);
  private final BodyRoom citizens = new BodyRoom(AT_ONCE * MOST_OF_PUBLIC, Duration.ZERO);

  BodyLimitFilter(CurrentUser user, ObjectMapper json) {
    this.user = user;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean isPublic = user.viewer().equals(Viewer.PUBLIC);
    long most = isPublic ? MOST_OF_PUBLIC : MOST_BYTES;
    if (request.getContentLengthLong() > most) {
      refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, sentence(most));
      return;
    }
    BodyRoom room = isPublic ? citizens : desks;
    long bytes = expected(request, most);
    if (!room.enter(bytes)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "10");
      refuse(response, HttpStatus.SERVICE_UNAVAILABLE, BUSY);
      return;
    }
    try {
      chain.doFilter(counted(request, most), response);
    } finally {
      room.leave(bytes);
    }
  }

  private static String sentence(long most) {
    return most == MOST_BYTES ? Problems.TOO_LARGE : PUBLIC_TOO_LARGE;
  }

  /** A body that does not tell its length may be as long as any. */
  private static long expected(HttpServletRequest request, long most) {
    boolean isUntold =
        request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
            || request.getContentLengthLong() < 0 && request.getProtocol().startsWith("HTTP/2");
    return isUntold ? most : Math.max(request.getContentLengthLong(), 0);
  }

  private void refuse(HttpServletResponse response, HttpStatus status, String sentence)
      throws IOException {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }

  private static HttpServletRequest counted(HttpServletRequest request, long most) {
    if (request.getContentLengthLong() >= 0) {
      return request;
    }
    return new HttpServletRequestWrapper(request) {
      @Override
      public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream(), most);
      }
    };
  }

  private static class Counted extends ServletInputStream {

    private final ServletInputStream body;
    private final long most;
    private long bytes;

    Counted(ServletInputStream body, long most) {
      this.body = body;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int one = body.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int some = body.read(buffer, from, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int more) {
      bytes += more;
      if (bytes > most) {
        throw new Refusal(Refusal.Kind.TOO_LARGE, sentence(most));
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
