package org.citycase.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * The city's own sign-in service: a whole OpenID Connect server on a port of its own, which can be
 * told to issue bad tokens. Everybody's password is his name.
 */
@ImportAutoConfiguration({
  ServletWebServerFactoryAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
class CityIssuer {

  static final String CLIENT = "citycase";
  static final String SECRET = "client-secret";
  static final String PROGRAM = "statistics";
  static final String PROGRAM_SECRET = "program-secret";
  static final String AUDIENCE = "citycase-api";

  /** What is wrong with the tokens it issues. */
  enum Mischief {
    NONE,
    NONCE,
    ISSUER,
    EXPIRED,
    AUDIENCE,
    KEY
  }

  static final AtomicReference<Mischief> MISCHIEF = new AtomicReference<>(Mischief.NONE);

  private static final Map<String, Map<String, Object>> CLAIMS =
      Map.of(
          "xu",
          Map.of("roles", List.of("desk-3", "cyclists")),
          "gao",
          Map.of("unit", "LAMP-CO"),
          "mo",
          Map.of("roles", List.of("poets", "camunda-admin")),
          PROGRAM,
          Map.of("roles", List.of("watchers")));

  private static String address;

  private final RSAKey key = key();
  private final RSAKey foreign = key();

  /** Where it is; starts it when it is first asked for. */
  static synchronized String address() {
    if (address == null) {
      address =
          "http://localhost:"
              + new SpringApplicationBuilder(CityIssuer.class)
                  .web(WebApplicationType.SERVLET)
                  .bannerMode(Banner.Mode.OFF)
                  .properties("server.port=0", "spring.config.name=issuer")
                  .run()
                  .getEnvironment()
                  .getProperty("local.server.port");
    }
    return address;
  }

  private static RSAKey key() {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
      pairs.initialize(2048);
      KeyPair pair = pairs.generateKeyPair();
      return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
          .privateKey(pair.getPrivate())
          .keyID("one")
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http) throws Exception {
    OAuth2AuthorizationServerConfigurer server =
        OAuth2AuthorizationServerConfigurer.authorizationServer();
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(server, all -> all.oidc(Customizer.withDefaults()))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults()))
        .exceptionHandling(
            refused ->
                refused.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain people(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .formLogin(Customizer.withDefaults())
        .build();
  }

  @Bean
  UserDetailsService citizens() {
    return name -> User.withUsername(name).password("{noop}" + name).authorities("any").build();
  }

  @Bean
  RegisteredClientRepository clients() {
    return new InMemoryRegisteredClientRepository(
        RegisteredClient.withId("1")
            .clientId(CLIENT)
            .clientSecret("{noop}" + SECRET)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://127.0.0.1/login/oauth2/code/city")
            .postLogoutRedirectUri("http://127.0.0.1/login?logout")
            .scope("openid")
            .scope("profile")
            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
            .build(),
        RegisteredClient.withId("2")
            .clientId(PROGRAM)
            .clientSecret("{noop}" + PROGRAM_SECRET)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .build());
  }

  @Bean
  AuthorizationServerSettings settings() {
    return AuthorizationServerSettings.builder().build();
  }

  @Bean
  JWKSource<SecurityContext> keys() {
    return new ImmutableJWKSet<>(new JWKSet(key));
  }

  @Bean
  JwtDecoder decoder(JWKSource<SecurityContext> keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }

  @Bean
  JwtEncoder encoder(JWKSource<SecurityContext> keys) {
    NimbusJwtEncoder good = new NimbusJwtEncoder(keys);
    NimbusJwtEncoder bad = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(foreign)));
    return token -> (MISCHIEF.get() == Mischief.KEY ? bad : good).encode(token);
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims() {
    return context -> {
      String who = context.getPrincipal().getName();
      JwtClaimsSet.Builder claims = context.getClaims();
      claims.claim("preferred_username", who);
      CLAIMS.getOrDefault(who, Map.of()).forEach(claims::claim);
      if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
        claims.audience(List.of(AUDIENCE));
      }
      spoil(claims);
    };
  }

  private static void spoil(JwtClaimsSet.Builder claims) {
    switch (MISCHIEF.get()) {
      case NONCE -> claims.claim("nonce", "another");
      case ISSUER -> claims.issuer("https://evil.example");
      case AUDIENCE -> claims.audience(List.of("another-client"));
      case EXPIRED ->
          claims
              .issuedAt(Instant.now().minus(Duration.ofHours(2)))
              .expiresAt(Instant.now().minus(Duration.ofHours(1)));
      default -> {}
    }
  }
}
