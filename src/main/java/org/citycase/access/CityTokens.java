package org.citycase.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The tokens of the city's sign-in service: where they come from, how they are checked and whom
 * they name. The service is first asked when somebody signs in.
 */
class CityTokens {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** How long a service that did not answer is left alone. */
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final CityIdentity city;

  CityTokens(CityIdentity city) {
    this.city = city;
  }

  ClientRegistrationRepository registration() {
    LateAnswer<ClientRegistration> known = new LateAnswer<>(this::registered, PAUSE);
    return id -> CityIdentity.NAME.equals(id) ? known.get() : null;
  }

  private ClientRegistration registered() {
    Map<String, Object> told =
        new RestTemplate(patient())
            .exchange(
                city.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration",
                HttpMethod.GET,
                null,
                new ParameterizedTypeReference<Map<String, Object>>() {})
            .getBody();
    if (told == null || !city.issuer().equals(told.get("issuer"))) {
      throw new IllegalStateException("The sign-in service calls itself otherwise.");
    }
    return ClientRegistrations.fromOidcConfiguration(told)
        .registrationId(CityIdentity.NAME)
        .clientId(city.clientId())
        .clientSecret(city.clientSecret())
        .scope(city.scopes().trim().split("[ ,]+"))
        .build();
  }

  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> exchange() {
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(patient())
            .messageConverters(
                known -> {
                  known.clear();
                  known.add(new FormHttpMessageConverter());
                  known.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }

  /**
   * Reads the claims of a person, from the token and from what the service tells of him besides.
   */
  OAuth2UserService<OidcUserRequest, OidcUser> people() {
    RestTemplate asked = new RestTemplate(patient());
    asked.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    DefaultOAuth2UserService told = new DefaultOAuth2UserService();
    told.setRestOperations(asked);
    OidcUserService claims = new OidcUserService();
    claims.setOauth2UserService(told);
    return request -> person(claims.loadUser(request));
  }

  private OidcUser person(OidcUser known) {
    ClaimedPerson person = new ClaimedPerson(city, known.getClaims());
    try {
      person.user();
      return new DefaultOidcUser(
          person.groups(), known.getIdToken(), known.getUserInfo(), city.userClaim());
    } catch (ClaimedPerson.Stranger stranger) {
      throw new OAuth2AuthenticationException(
          new OAuth2Error("unknown_role"), stranger.getMessage(), stranger);
    }
  }

  /** How the token of somebody who signs in is checked. */
  JwtDecoderFactory<ClientRegistration> signedIn() {
    Map<String, JwtDecoder> known = new ConcurrentHashMap<>();
    return service ->
        known.computeIfAbsent(
            service.getProviderDetails().getJwkSetUri(), keys -> signedIn(service, keys));
  }

  private static JwtDecoder signedIn(ClientRegistration service, String keys) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(keys).restOperations(new RestTemplate(patient())).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(), new OidcIdTokenValidator(service)));
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }

  JwtDecoder decoder() {
    LateAnswer<JwtDecoder> known = new LateAnswer<>(this::patientDecoder, PAUSE);
    return token -> {
      JwtDecoder decoder;
      try {
        decoder = known.get();
      } catch (RuntimeException away) {
        throw new JwtException("The sign-in service does not answer.", away);
      }
      return decoder.decode(token);
    };
  }

  private JwtDecoder patientDecoder() {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withIssuerLocation(city.issuer())
            .restOperations(new RestTemplate(patient()))
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(city.issuer()),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, to -> to != null && to.contains(city.audience()))));
    return decoder;
  }

  AbstractAuthenticationToken program(Jwt token) {
    ClaimedPerson person = new ClaimedPerson(city, token.getClaims());
    try {
      return new JwtAuthenticationToken(token, person.groups(), person.user());
    } catch (ClaimedPerson.Stranger stranger) {
      throw new InvalidBearerTokenException(stranger.getMessage(), stranger);
    }
  }

  private static ClientHttpRequestFactory patient() {
    return ClientHttpRequestFactoryBuilder.simple()
        .build(
            ClientHttpRequestFactorySettings.defaults()
                .withConnectTimeout(PATIENCE)
                .withReadTimeout(PATIENCE));
  }
}
