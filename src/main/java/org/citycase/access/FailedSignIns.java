package org.citycase.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who guesses passwords of many people is stopped by his address, as the lock of an account stops
 * who guesses those of one. A session that is there already goes on, and so does whoever signed in
 * from that address before: an office, or a whole city behind a proxy that does not tell who asks,
 * has one address. His own wrong passwords still lock his account. A token cannot be guessed.
 */
@Component
class FailedSignIns {

  private static final int MOST_KNOWN = 5_000;

  private final AddressRate failures;
  private final AddressRate failuresOfOne;
  private final Map<String, Boolean> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MOST_KNOWN;
            }
          });

  FailedSignIns(@Value("${citycase.failed-sign-ins-per-minute:30}") int perMinute) {
    failures = new AddressRate(perMinute);
    failuresOfOne = new AddressRate(perMinute);
  }

  @EventListener
  void count(AbstractAuthenticationFailureEvent failed) {
    if (failed.getAuthentication() instanceof UsernamePasswordAuthenticationToken guess
        && guess.getDetails() instanceof WebAuthenticationDetails from) {
      failures.take(from.getRemoteAddress());
      failuresOfOne.take(person(from.getRemoteAddress(), guess.getName()));
    }
  }

  @EventListener
  void remember(AuthenticationSuccessEvent right) {
    if (right.getAuthentication() instanceof UsernamePasswordAuthenticationToken who
        && who.getDetails() instanceof WebAuthenticationDetails from) {
      known.put(person(from.getRemoteAddress(), who.getName()), true);
    }
  }

  private static String person(String address, String user) {
    return address + " " + user;
  }

  private boolean isStopped(HttpServletRequest request) {
    if (!failures.isSpent(request.getRemoteAddr())) {
      return false;
    }
    String person = person(request.getRemoteAddr(), claimed(request));
    return !known.containsKey(person) || failuresOfOne.isSpent(person);
  }

  /** Who he says he is, as a program or in a browser's form; empty when it cannot be read. */
  private static String claimed(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      return String.valueOf(request.getParameter("username"));
    }
    try {
      Authentication sent = new BasicAuthenticationConverter().convert(request);
      return sent == null ? "" : sent.getName();
    } catch (AuthenticationException unreadable) {
      return "";
    }
  }

  /** Stands before whatever compares passwords. */
  OncePerRequestFilter filter() {
    return new GuessFilter();
  }

  private class GuessFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (isSignIn(request) && isStopped(request)) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        Problem.of(
                429,
                "Too Many Requests",
                "Too many wrong passwords came from this address: wait a minute."
                    + " 此地址输错密码次数过多，请一分钟后再试。")
            .writeTo(response);
        return;
      }
      chain.doFilter(request, response);
    }

    private static boolean isSignIn(HttpServletRequest request) {
      String header = request.getHeader(HttpHeaders.AUTHORIZATION);
      if (header != null) {
        return !header.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
      }
      return HttpMethod.POST.matches(request.getMethod())
          && request.getRequestURI().endsWith("/login");
    }
  }
}
