package org.citycase.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test in a demo city behind a proxy, whose people may also sign in at the {@linkplain CityIssuer
 * city's own service}, with the limits of a real one. Each test comes from an address of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:guarded-city;MODE=MySQL;DB_CLOSE_DELAY=-1",
      "citycase.data=target/guarded-city",
      "citycase.public-reports-per-minute=5",
      "citycase.failed-sign-ins-per-minute=20",
      "citycase.session-review=PT0S",
      "camunda.bpm.generic-properties.properties.login-max-attempts=5",
      "camunda.bpm.generic-properties.properties.login-delay-base=3",
      "server.forward-headers-strategy=native",
      "citycase.oidc.client-id=" + CityIssuer.CLIENT,
      "citycase.oidc.client-secret=" + CityIssuer.SECRET,
      "citycase.oidc.audience=" + CityIssuer.AUDIENCE,
      "citycase.oidc.roles.desk-3=operators",
      "citycase.oidc.roles.watchers=auditors"
    })
@Tag("guarded")
@ContextConfiguration(initializers = GuardedCity.BesideItsIssuer.class)
@ActiveProfiles("simulation")
@Import(Visitor.Door.class)
@interface GuardedCity {

  /** Tells the service where the city's sign-in service is. */
  class BesideItsIssuer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext city) {
      city.getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "issuer", Map.of("citycase.oidc.issuer", CityIssuer.address())));
    }
  }
}
