package org.citycase.collect;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citycase.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Citizens report without a login; one address may send only so many reports a minute. */
@Component
class PublicRate {

  private static final int MOST_ADDRESSES = 10_000;

  private final int perMinute;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  PublicRate(@Value("${citycase.public-reports-per-minute:120}") int perMinute) {
    this.perMinute = perMinute;
  }

  void take(String address) {
    boolean free;
    synchronized (buckets) {
      free = buckets.computeIfAbsent(address, any -> full()).tryConsume(1);
    }
    if (!free) {
      throw new Refusal(
          Refusal.Kind.TOO_MANY,
          "More than " + perMinute + " reports a minute from one address: wait a minute.");
    }
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }
}
