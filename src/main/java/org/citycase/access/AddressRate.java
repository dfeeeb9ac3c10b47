package org.citycase.access;

import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many a minute from one address, on this node: with {@code n} nodes an address that is spread
 * over them gets up to {@code n} times as many. The addresses of one IPv6 network of 64 bits are
 * one address, since whoever has one of them has all.
 */
public final class AddressRate {

  private static final int MOST_ADDRESSES = 10_000;
  private static final int NETWORK_BYTES = 8;

  private final int perMinute;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  public AddressRate(int perMinute) {
    this.perMinute = perMinute;
  }

  public int perMinute() {
    return perMinute;
  }

  /** Counts one more; false when the address has had its share of this minute. */
  public boolean take(String address) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(network(address), any -> full()).tryConsume(1);
    }
  }

  /** Whether the address has had its share; counts nothing. */
  public boolean isSpent(String address) {
    synchronized (buckets) {
      Bucket bucket = buckets.get(network(address));
      return bucket != null && bucket.getAvailableTokens() == 0;
    }
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(perMinute).refillIntervally(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      InetAddress known = InetAddress.getByName(address);
      return known instanceof Inet6Address
          ? Arrays.toString(Arrays.copyOf(known.getAddress(), NETWORK_BYTES))
          : known.getHostAddress();
    } catch (UnknownHostException notOne) {
      return address;
    }
  }
}
