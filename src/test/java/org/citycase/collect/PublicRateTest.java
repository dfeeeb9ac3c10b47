package org.citycase.collect;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.citycase.Refusal;
import org.junit.jupiter.api.Test;

class PublicRateTest {

  @Test
  void oneAddressIsStoppedAndAnotherIsNot() {
    PublicRate rate = new PublicRate(3);
    for (int i = 0; i < 3; i++) {
      rate.take("10.0.0.1");
    }
    assertThatThrownBy(() -> rate.take("10.0.0.1"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("wait a minute");
    assertThatCode(() -> rate.take("10.0.0.2")).doesNotThrowAnyException();
  }
}
