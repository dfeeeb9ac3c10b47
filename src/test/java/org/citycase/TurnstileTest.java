package org.citycase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  private final Turnstile two = new Turnstile(2, Duration.ofMillis(1));

  @Test
  void whoFindsNoPlaceInTimeIsAskedInBothLanguagesToComeAgain() {
    two.enter();
    two.enter();
    assertThatThrownBy(two::enter)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.kind().status()).isEqualTo(503);
              assertThat(refusal.zh()).contains("20 秒后");
              assertThat(refusal).hasMessageContaining("ask again in 20 seconds");
            });
  }

  @Test
  void aPlaceThatIsGivenBackIsFreeAgain() {
    two.enter();
    for (int i = 0; i < 5; i++) {
      two.enter().close();
    }
    assertThat(two.enter()).isNotNull();
  }
}
