package org.citycase.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One user store for everything: HTTP Basic for programs, a form login for browsers, and the
 * session of that login for Tasklist and Cockpit.
 */
@Configuration
class SecurityConfig {

  private static final String RULES = "/rules/**";
  private static final String AUDIT = "/audit/**";

  /** Our pages run and show nothing but what this service sends as a file of its own. */
  private static final String OURS_ONLY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** Paths as patterns: beside Jersey a plain string would never match {@code /engine-rest}. */
  private static RequestMatcher paths(String... patterns) {
    return new OrRequestMatcher(
        Arrays.stream(patterns)
            .map(
                pattern ->
                    (RequestMatcher) PathPatternRequestMatcher.withDefaults().matcher(pattern))
            .toList());
  }

  private static RequestMatcher path(HttpMethod method, String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
  }

  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http) throws Exception {
    return http.securityMatcher(
            paths("/api/**", "/engine-rest/**", "/actuator/**", "/v3/api-docs/**"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(paths("/actuator/health", "/v3/api-docs/**"))
                    .permitAll()
                    .requestMatchers(path(HttpMethod.POST, "/api/reports"))
                    .permitAll()
                    .requestMatchers(paths("/actuator/**"))
                    .hasAuthority("camunda-admin")
                    .requestMatchers(paths("/api/audit/**"))
                    .hasAnyAuthority(Viewer.AUDIT.toArray(String[]::new))
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(SecurityConfig::askForLogin))
        .csrf(csrf -> csrf.disable())
        .build();
  }

  private static void askForLogin(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    // A page leads to its login itself; the browser must not open a window of its own before it.
    if (!"fetch".equals(request.getHeader("X-Requested-With"))) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"CityCase\"");
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(
            """
            {"title":"Unauthorized","status":401,\
            "detail":"Sign in: user name and password do not belong together, or there are none."}"""
                .getBytes(StandardCharsets.UTF_8));
  }

  @Bean
  @Order(2)
  SecurityFilterChain browsers(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    // A font asked for after a log-out must not begin a session beside the login's.
                    .requestMatchers(paths("/login", "/camunda/assets/**", "/assets/**"))
                    .permitAll()
                    .requestMatchers(paths(RULES))
                    .hasAnyAuthority("process-owners", "auditors", "camunda-admin")
                    .requestMatchers(paths(AUDIT))
                    .hasAnyAuthority(Viewer.AUDIT.toArray(String[]::new))
                    .anyRequest()
                    .authenticated())
        // A running page whose session has ended would take the login it is redirected to for data.
        .exceptionHandling(
            refused ->
                refused
                    .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), paths("/camunda/api/**"))
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
        .requestCache(login -> login.requestCache(pages()))
        .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", false))
        // A program may fetch a form or page too; without a valid name it is sent to the login.
        .httpBasic(
            basic -> basic.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        new OrRequestMatcher(
                            path(HttpMethod.POST, "/logout"),
                            path(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout")))
                    .logoutSuccessHandler(
                        (request, response, who) -> {
                          if (request.getRequestURI().contains("/camunda/")) {
                            response.setStatus(HttpStatus.NO_CONTENT.value());
                          } else {
                            response.sendRedirect("/login?logout");
                          }
                        }))
        // Camunda's webapps bring a policy of their own.
        .headers(
            headers ->
                headers.addHeaderWriter(
                    new DelegatingRequestMatcherHeaderWriter(
                        paths("/", "/login", "/tasks/**", "/cases/**", AUDIT, RULES),
                        new ContentSecurityPolicyHeaderWriter(OURS_ONLY))))
        // Camunda's webapps bring their own CSRF filter.
        .csrf(csrf -> csrf.ignoringRequestMatchers(paths("/camunda/**")))
        .build();
  }

  /**
   * The login leads back to the page that was asked for, never to one of the page's own requests.
   */
  private static HttpSessionRequestCache pages() {
    MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    HttpSessionRequestCache asked = new HttpSessionRequestCache();
    asked.setRequestMatcher(new AndRequestMatcher(path(HttpMethod.GET, "/**"), html));
    return asked;
  }
}
