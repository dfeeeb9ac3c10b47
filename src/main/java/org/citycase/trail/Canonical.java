package org.citycase.trail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The one form in which entries and rows are hashed: their fields in a fixed order, each as {@code
 * <length in UTF-16 code units>:<text>} and a missing one as {@code -}. The length before each text
 * makes two different lists of fields never share a form. The hash is the SHA-256 over the form in
 * UTF-8, in 64 lower-case hexadecimal digits.
 */
public final class Canonical {

  /** The hash before the first entry of a chain. */
  public static final String NO_HASH = "0".repeat(64);

  private Canonical() {}

  /** The hash of these fields. */
  public static String hash(Object... fields) {
    return hash(Arrays.asList(fields));
  }

  /** The hash of these fields. */
  public static String hash(List<?> fields) {
    StringBuilder form = new StringBuilder();
    for (Object field : fields) {
      if (field == null) {
        form.append('-');
      } else {
        String text = field.toString();
        form.append(text.length()).append(':').append(text);
      }
    }
    return sha256(form.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The SHA-256 of all that can be read, in hexadecimal digits. */
  static String sha256(InputStream in) throws IOException {
    MessageDigest digest = SealRow.sha256();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The SHA-256 of these bytes, in hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
