package org.citycase.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session outlives what its owner may do: each minute it is given the groups of now, and it ends
 * with its account or when its password is changed. That somebody guesses at the account's password
 * ends no session. A program is asked each time; of who signed in elsewhere the user store knows
 * nothing, so that he has to come from there again after some hours.
 */
@Component
class SessionReview {

  private static final String REVIEWED = SessionReview.class.getName();
  private static final String BEGUN = REVIEWED + ".begun";
  private static final String PASSWORD = REVIEWED + ".password";

  private final Standing standing;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();
  private final long every;
  private final long longest;

  SessionReview(
      Standing standing,
      @Value("${citycase.session-review:PT1M}") Duration every,
      @Value("${citycase.oidc.longest-session:PT8H}") Duration longest) {
    this.standing = standing;
    this.every = every.toNanos();
    this.longest = longest.toNanos();
  }

  /** Stands behind what reads the session, before whatever asks for rights. */
  OncePerRequestFilter filter() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isDue(session)) {
          review(session, request, response);
        }
        chain.doFilter(request, response);
      }
    };
  }

  private boolean isDue(HttpSession session) {
    return !(session.getAttribute(REVIEWED) instanceof Long last)
        || System.nanoTime() - last >= every;
  }

  private void review(
      HttpSession session, HttpServletRequest request, HttpServletResponse response) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who instanceof OAuth2AuthenticationToken) {
      if (hasLasted(session)) {
        end(session);
      }
      return;
    }
    if (!(who instanceof UsernamePasswordAuthenticationToken)) {
      return;
    }
    Optional<Standing.Account> account = standing.of(who.getName());
    if (account.isEmpty() || isChanged(session, account.get().password())) {
      end(session);
      return;
    }
    Set<String> groups = account.get().groups();
    session.setAttribute(REVIEWED, System.nanoTime());
    if (!groups.equals(groups(who))) {
      SecurityContext renewed = SecurityContextHolder.createEmptyContext();
      renewed.setAuthentication(known(who, groups));
      SecurityContextHolder.setContext(renewed);
      sessions.saveContext(renewed, request, response);
    }
  }

  private boolean hasLasted(HttpSession session) {
    if (session.getAttribute(BEGUN) instanceof Long begun) {
      return System.nanoTime() - begun >= longest;
    }
    session.setAttribute(BEGUN, System.nanoTime());
    return false;
  }

  /** The first review, at the request after the login, takes the password as it is. */
  private static boolean isChanged(HttpSession session, String password) {
    Object known = session.getAttribute(PASSWORD);
    session.setAttribute(PASSWORD, password);
    return known != null && !known.equals(password);
  }

  private static void end(HttpSession session) {
    session.invalidate();
    SecurityContextHolder.clearContext();
  }

  private static Set<String> groups(Authentication who) {
    return who.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .collect(Collectors.toSet());
  }

  private static Authentication known(Authentication who, Set<String> groups) {
    UsernamePasswordAuthenticationToken known =
        new UsernamePasswordAuthenticationToken(
            who.getPrincipal(), null, groups.stream().map(SimpleGrantedAuthority::new).toList());
    known.setDetails(who.getDetails());
    return known;
  }
}
