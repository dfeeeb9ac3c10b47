package org.citycase.trail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keyed digest that stands for a reporter's name and phone in what a case's log vouches for:
 * HMAC-SHA256 under the salt, over the name, a line feed and the phone in UTF-8; what the reporter
 * left out is empty. Once the salt is erased, the digest tells nothing about them.
 */
public final class ReporterDigest {

  private static final String MAC = "HmacSHA256";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;

  private ReporterDigest() {}

  /** A new key, 16 random bytes in hexadecimal digits. */
  public static String salt() {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  /**
   * The digest in hexadecimal digits.
   *
   * @param salt the key, bytes in hexadecimal digits
   */
  public static String of(String salt, String name, String phone) {
    return of(salt, Arrays.asList(name, phone));
  }

  /** The same of any texts, each on a line of its own. */
  static String of(String salt, List<String> texts) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), MAC));
      String text =
          texts.stream().map(one -> one == null ? "" : one).collect(Collectors.joining("\n"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA256.", e);
    }
  }
}
