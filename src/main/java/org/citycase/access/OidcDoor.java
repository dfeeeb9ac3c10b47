package org.citycase.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * The way in for people who signed in at the city's own service (OpenID Connect, code flow with
 * PKCE), and for programs with its tokens. Without such a service it stays shut. That the service
 * is away stops neither a start nor those who sign in with a password.
 */
@Configuration
@EnableConfigurationProperties(CityIdentity.class)
class OidcDoor {

  private static final Logger LOG = LoggerFactory.getLogger(OidcDoor.class);

  private final CityIdentity city;
  private final CityTokens tokens;
  private final ClientRegistrationRepository registration;

  OidcDoor(CityIdentity city) {
    this.city = city;
    tokens = new CityTokens(city);
    registration = tokens.registration();
    city.fault()
        .ifPresent(
            fault -> {
              throw fault;
            });
  }

  /** Spring Security asks for it by its type; its own waits for the keys without end. */
  @Bean
  JwtDecoderFactory<ClientRegistration> signedIn() {
    return tokens.signedIn();
  }

  void letPeopleIn(HttpSecurity http) throws Exception {
    if (!city.isNamed()) {
      return;
    }
    DefaultOAuth2AuthorizationRequestResolver asked =
        new DefaultOAuth2AuthorizationRequestResolver(
            registration,
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
    asked.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    http.oauth2Login(
        login ->
            login
                .loginPage("/login")
                .clientRegistrationRepository(registration)
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .authorizationEndpoint(to -> to.authorizationRequestResolver(asked))
                .tokenEndpoint(to -> to.accessTokenResponseClient(tokens.exchange()))
                .userInfoEndpoint(to -> to.oidcUserService(tokens.people()))
                .defaultSuccessUrl("/", false)
                .failureHandler((request, response, why) -> refuse(response, why, "refused"))
                .withObjectPostProcessor(
                    new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                      @Override
                      public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(
                          F filter) {
                        filter.setAuthenticationFailureHandler(
                            (request, response, why) -> refuse(response, why, "away"));
                        return filter;
                      }
                    }));
  }

  void letProgramsIn(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception {
    if (!city.takesTokens()) {
      return;
    }
    http.oauth2ResourceServer(
        programs ->
            programs
                .authenticationEntryPoint(refusal)
                .jwt(
                    jwt ->
                        jwt.decoder(tokens.decoder()).jwtAuthenticationConverter(tokens::program))
                .withObjectPostProcessor(
                    new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                      @Override
                      public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(refusal::commence);
                        return filter;
                      }
                    }));
  }

  /**
   * Where our pages may lead besides to this service, with a blank before it; empty for nowhere.
   */
  String origin() {
    if (!city.isNamed()) {
      return "";
    }
    URI issuer = URI.create(city.issuer());
    return " " + issuer.getScheme() + "://" + issuer.getAuthority();
  }

  /** Who came through the city's service leaves it too; a desk is shared. */
  void left(HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException, ServletException {
    if (!(who instanceof OAuth2AuthenticationToken)) {
      response.sendRedirect("/login?logout");
      return;
    }
    OidcClientInitiatedLogoutSuccessHandler end =
        new OidcClientInitiatedLogoutSuccessHandler(registration);
    end.setPostLogoutRedirectUri("{baseUrl}/login?logout");
    end.setDefaultTargetUrl("/login?logout");
    end.onLogoutSuccess(request, response, who);
  }

  private static void refuse(HttpServletResponse response, AuthenticationException why, String page)
      throws IOException {
    LOG.warn("A sign-in through the city's service failed: {}", reason(why));
    response.sendRedirect("/login?" + page);
  }

  /** The code of an error comes with the request: whoever sends it must not write the log. */
  private static String reason(AuthenticationException why) {
    if (why.getCause() instanceof ClaimedPerson.Stranger stranger) {
      return stranger.getMessage();
    }
    List<String> codes =
        why instanceof OAuth2AuthenticationException known
            ? List.of(known.getError().getErrorCode().replaceAll("[^a-z_]", ""))
            : List.of();
    return codes.isEmpty() ? why.getClass().getSimpleName() : codes.get(0);
  }
}
