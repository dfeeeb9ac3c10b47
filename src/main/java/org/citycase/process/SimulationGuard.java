package org.citycase.process;

import org.citycase.Refusal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** A simulation keeps nothing and can set the clock: it never runs on a city's real database. */
public class SimulationGuard implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String url = environment.getProperty("spring.datasource.url", "");
    String database = url.replaceAll("\\?.*|;.*", "");
    boolean meant = url.startsWith("jdbc:h2:mem:") || database.endsWith("_simulation");
    if (environment.acceptsProfiles(Profiles.of("simulation")) && !meant) {
      throw new Refusal(
          Refusal.Kind.AGAINST_RULES,
          "The profile simulation runs in memory or on a database whose name ends in _simulation,"
              + " not on "
              + database
              + ": leave out the profile or the database URL.");
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
