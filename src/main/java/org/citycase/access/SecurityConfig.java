package org.citycase.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
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
  private static final String OPERATIONS = "/operations/**";

  /** Here the engine would tell anybody, uncounted, whether a password is somebody's. */
  private static final String[] PASSWORD_DOORS = {
    "/engine-rest/identity/verify/**",
    "/engine-rest/engine/*/identity/verify/**",
    "/camunda/api/engine/identity/verify/**",
    "/camunda/api/engine/engine/*/identity/verify/**",
    "/camunda/api/admin/auth/user/*/login/**"
  };

  /** Our pages run and show nothing but what this service sends as a file of its own. */
  private static final String OURS_ONLY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'self'%s; frame-ancestors 'none'";

  /** An answer for programs shows nothing, should a browser open it. */
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private static final String NO_SENSORS =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

  private final OidcDoor city;
  private final FailedSignIns guesses;
  private final SessionReview review;

  SecurityConfig(OidcDoor city, FailedSignIns guesses, SessionReview review) {
    this.city = city;
    this.guesses = guesses;
    this.review = review;
  }

  /** What stands before both rooms. */
  private HttpSecurity guarded(HttpSecurity http) throws Exception {
    return http.addFilterAfter(guesses.filter(), HeaderWriterFilter.class)
        .addFilterBefore(review.filter(), LogoutFilter.class)
        .addFilterAfter(new CrossSiteFilter(), HeaderWriterFilter.class)
        .headers(
            headers ->
                headers
                    .referrerPolicy(
                        to -> to.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(no -> no.policy(NO_SENSORS)));
  }

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
    city.letProgramsIn(http, SecurityConfig::askForLogin);
    return guarded(http)
        .securityMatcher(paths("/api/**", "/engine-rest/**", "/actuator/**", "/v3/api-docs/**"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(paths("/actuator/health/**", "/v3/api-docs/**"))
                    .permitAll()
                    .requestMatchers(path(HttpMethod.POST, "/api/reports"))
                    .permitAll()
                    .requestMatchers(paths(PASSWORD_DOORS))
                    .denyAll()
                    .requestMatchers(paths("/actuator/**"))
                    .hasAuthority("camunda-admin")
                    .requestMatchers(paths("/api/audit/**"))
                    .hasAnyAuthority(Viewer.AUDIT.toArray(String[]::new))
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(SecurityConfig::askForLogin))
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(NOTHING)))
        // The pages and forms of other sites are kept out by where they come from.
        .csrf(csrf -> csrf.disable())
        .build();
  }

  private static void askForLogin(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    // A page leads to its login itself; the browser must not open a window of its own before it.
    if (!"fetch".equals(request.getHeader("X-Requested-With"))) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"CityCase\"");
    }
    if (why instanceof AuthenticationServiceException) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "30");
      Problem.of(
              503, "Service Unavailable", "The city's sign-in service does not answer: try later.")
          .writeTo(response);
      return;
    }
    Problem.of(
            401,
            "Unauthorized",
            "Sign in: user name and password do not belong together, or there are none. After"
                + " several wrong ones an account is locked until some time has passed, or its"
                + " administrator opens it.")
        .writeTo(response);
  }

  @Bean
  @Order(2)
  SecurityFilterChain browsers(HttpSecurity http) throws Exception {
    city.letPeopleIn(http);
    return guarded(http)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    // A font asked for after a log-out must not begin a session beside the login's.
                    .requestMatchers(paths("/login", "/camunda/assets/**", "/assets/**"))
                    .permitAll()
                    .requestMatchers(
                        paths(RULES, "/camunda/app/cockpit/**", "/camunda/api/cockpit/**"))
                    .hasAnyAuthority("process-owners", "auditors", "camunda-admin")
                    // The engine would let whoever comes first make the first administrator.
                    .requestMatchers(
                        paths("/camunda/app/admin/*/setup/**", "/camunda/api/admin/setup/**"))
                    .denyAll()
                    .requestMatchers(paths(PASSWORD_DOORS))
                    .denyAll()
                    .requestMatchers(
                        paths(OPERATIONS, "/camunda/app/admin/**", "/camunda/api/admin/plugin/**"))
                    .hasAuthority("camunda-admin")
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
                            city.left(request, response, who);
                          }
                        }))
        // Camunda's webapps bring a policy of their own.
        .headers(
            headers ->
                headers.addHeaderWriter(
                    new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(paths("/camunda/**")),
                        new ContentSecurityPolicyHeaderWriter(OURS_ONLY.formatted(city.origin())))))
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
