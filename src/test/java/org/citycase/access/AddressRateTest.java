package org.citycase.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressRateTest {

  @Test
  void oneAddressHasItsShareAndAnotherItsOwn() {
    AddressRate rate = new AddressRate(2);
    assertThat(rate.isSpent("10.0.0.1")).isFalse();
    assertThat(rate.take("10.0.0.1")).isTrue();
    assertThat(rate.take("10.0.0.1")).isTrue();
    assertThat(rate.isSpent("10.0.0.1")).isTrue();
    assertThat(rate.take("10.0.0.1")).isFalse();
    assertThat(rate.take("10.0.0.2")).isTrue();
  }

  @Test
  void whoHasAWholeNetworkIsOneAddress() {
    AddressRate rate = new AddressRate(1);
    assertThat(rate.take("2001:db8:0:1::1")).isTrue();
    assertThat(rate.take("2001:db8:0:1:ffff::2")).isFalse();
    assertThat(rate.take("2001:db8:0:2::1")).isTrue();
  }
}
