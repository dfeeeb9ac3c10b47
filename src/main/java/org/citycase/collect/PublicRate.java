package org.citycase.collect;

import org.citycase.Refusal;
import org.citycase.access.AddressRate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Citizens report without a login; one address may send only so many reports a minute. */
@Component
class PublicRate {

  private final AddressRate rate;

  PublicRate(@Value("${citycase.public-reports-per-minute:120}") int perMinute) {
    rate = new AddressRate(perMinute);
  }

  void take(String address) {
    if (!rate.take(address)) {
      throw new Refusal(
          Refusal.Kind.TOO_MANY,
          "More than " + rate.perMinute() + " reports a minute from one address: wait a minute.");
    }
  }
}
