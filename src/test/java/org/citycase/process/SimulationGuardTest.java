package org.citycase.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.citycase.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class SimulationGuardTest {

  private final SimulationGuard guard = new SimulationGuard();

  private static MockEnvironment environment(String profile, String url) {
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles(profile);
    return environment.withProperty("spring.datasource.url", url);
  }

  @Test
  void aSimulationOnARealDatabaseIsRefusedAndItsPasswordNotPrinted() {
    assertThatThrownBy(
            () ->
                guard.postProcessEnvironment(
                    environment("simulation", "jdbc:mysql://db/citycase?password=secret"), null))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("jdbc:mysql://db/citycase")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aSimulationInMemoryOrWhereTheNameSaysSoAndAServiceOnMySqlMayStart() {
    assertThatCode(
            () -> {
              guard.postProcessEnvironment(environment("simulation", "jdbc:h2:mem:citycase"), null);
              guard.postProcessEnvironment(environment("mysql", "jdbc:mysql://db/citycase"), null);
              guard.postProcessEnvironment(
                  environment("simulation", "jdbc:mysql://db/city_simulation?user=root"), null);
            })
        .doesNotThrowAnyException();
  }
}
