package org.citycase.process;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as the user store keeps them: bcrypt over a digest of the engine's salted password,
 * since bcrypt itself reads 72 bytes only. Programs send their password with each request: what was
 * found right is remembered on this node as a digest keyed for this run, together with the hash it
 * matched, so that a changed password is never remembered and a lock, which the engine looks at
 * first, holds at once on every node.
 */
@Component
class PasswordHashes implements PasswordEncryptor {

  /** A guess costs about 60 ms of a core, a sign-in too. */
  private static final int COST = 10;

  /** For passwords that are known to everybody, or random ones that nobody knows. */
  private static final int NO_COST = 4;

  private static final int REMEMBERED = 2_000;
  private static final String MAC = "HmacSHA256";

  private final BCryptPasswordEncoder strong = new BCryptPasswordEncoder(COST);
  private final BCryptPasswordEncoder quick = new BCryptPasswordEncoder(NO_COST);
  private final ThreadLocal<Boolean> hurried = ThreadLocal.withInitial(() -> false);
  private final ThreadLocal<Boolean> compared = ThreadLocal.withInitial(() -> false);
  private final SecretKeySpec key;
  private final String anybodys = strong.encode("anybody");
  private final Map<String, Boolean> right =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  PasswordHashes() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, MAC);
  }

  @Override
  public String encrypt(String password) {
    return (hurried.get() ? quick : strong).encode(digest(password));
  }

  @Override
  public boolean check(String password, String kept) {
    compared.set(true);
    String known = keyed(password + "\n" + kept);
    if (right.containsKey(known)) {
      return true;
    }
    boolean matches = strong.matches(digest(password), kept);
    if (matches) {
      right.put(known, true);
    }
    return matches;
  }

  @Override
  public String hashAlgorithmName() {
    return "bcrypt";
  }

  /** Whether a kept password is one that somebody chose, as it costs time to compare. */
  static boolean isDear(String kept) {
    return kept.contains("$%02d$".formatted(COST));
  }

  /** Hashes passwords that hide nothing without the price of guessing them. */
  void hurriedly(Runnable work) {
    hurried.set(true);
    try {
      work.run();
    } finally {
      hurried.remove();
    }
  }

  /**
   * What came of comparing a password.
   *
   * @param older whether it was right and its hash is of an older kind, to be made anew
   */
  record Comparison(boolean right, boolean older) {}

  /** Compares; takes its time also when there is no account, or a locked one, to compare with. */
  Comparison compared(Supplier<Boolean> question) {
    compared.set(false);
    boolean answer = question.get();
    boolean ours = compared.get();
    compared.remove();
    if (!answer && !ours) {
      strong.matches(digest(""), anybodys);
    }
    return new Comparison(answer, answer && !ours);
  }

  /** Tells whether a kept password is still the same, and nothing else of it. */
  String mark(String kept) {
    return keyed("mark\n" + kept);
  }

  /** The engine has salted it; the key of this run would not outlive the run. */
  private static String digest(String password) {
    try {
      return base64(MessageDigest.getInstance("SHA-256").digest(bytes(password)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String keyed(String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return base64(mac.doFinal(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
