package org.citycase.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The door for whoever collects the metrics: the name {@code prometheus} and the password {@code
 * citycase.metrics-password} open this one and no other, also while the database is away. Without
 * that setting administrators alone may read them.
 */
@Configuration
class MetricsDoor {

  private static final String COLLECTOR = "prometheus";
  private static final String READS_METRICS = "reads-metrics";

  @Bean
  @Order(0)
  SecurityFilterChain metrics(
      HttpSecurity http,
      FailedSignIns guesses,
      @Value("${citycase.metrics-password:}") String password)
      throws Exception {
    if (!password.isBlank()) {
      http.authenticationProvider(new Collector(password));
    }
    return http.addFilterAfter(guesses.filter(), HeaderWriterFilter.class)
        .securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/actuator/prometheus"))
        .authorizeHttpRequests(
            requests -> requests.anyRequest().hasAnyAuthority(READS_METRICS, "camunda-admin"))
        .httpBasic(basic -> basic.realmName("CityCase metrics"))
        .csrf(csrf -> csrf.disable())
        .build();
  }

  private record Collector(String password) implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication claimed) {
      if (!claimed.getName().equals(COLLECTOR)) {
        return null;
      }
      byte[] given = String.valueOf(claimed.getCredentials()).getBytes(StandardCharsets.UTF_8);
      if (!MessageDigest.isEqual(given, password.getBytes(StandardCharsets.UTF_8))) {
        throw new BadCredentialsException("This is not the password of the metrics.");
      }
      return new UsernamePasswordAuthenticationToken(
          COLLECTOR, null, List.of(new SimpleGrantedAuthority(READS_METRICS)));
    }

    @Override
    public boolean supports(Class<?> kind) {
      return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
  }
}
