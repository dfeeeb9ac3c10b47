package org.citycase.trail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A seal (封存): the ends of all logs at one instant, so that no case can vanish as a whole. It holds
 * the ends of the cases whose log grew since the seal before, and is chained to that seal.
 *
 * <p>Its hash of the heads is the SHA-256 over the {@linkplain Canonical canonical} hashes of case
 * number, length and log hash, 64 digits each, in the order of the case numbers; its root hash is
 * the canonical hash of all its other columns in their order.
 *
 * @param seq counts the seals from 1
 * @param day the day in the city on which it was made, as {@code 2026-03-13}
 * @param at epoch milliseconds
 * @param cases how many heads it holds
 */
public record SealRow(
    int seq,
    String day,
    long at,
    int cases,
    String headsHash,
    int configurationLength,
    String configurationHash,
    String previousHash,
    String rootHash) {

  /** Its columns, as table and exports hold them. */
  public static final List<String> COLUMNS =
      List.of(
          "seq",
          "sealed_day",
          "at",
          "cases",
          "heads_hash",
          "configuration_length",
          "configuration_hash",
          "previous_hash",
          "root_hash");

  /** A seal of these heads, with the root hash they give. */
  public static SealRow of(Made made, Heads heads, Configuration configuration, String previous) {
    List<Object> fields = new ArrayList<>();
    fields.addAll(List.of(made.seq, made.day, made.at, heads.count, heads.hash()));
    fields.addAll(List.of(configuration.length, configuration.hash, previous));
    return new SealRow(
        made.seq,
        made.day,
        made.at,
        heads.count,
        heads.hash(),
        configuration.length,
        configuration.hash,
        previous,
        Canonical.hash(fields));
  }

  /** Which seal it is, and when it was made. */
  public record Made(int seq, String day, long at) {}

  /** The end of the configuration log. */
  public record Configuration(int length, String hash) {}

  /** The columns as text. */
  public List<String> values() {
    return List.of(
        Integer.toString(seq),
        day,
        Long.toString(at),
        Integer.toString(cases),
        headsHash,
        Integer.toString(configurationLength),
        configurationHash,
        previousHash,
        rootHash);
  }

  /** Sums up the heads of one seal, given in the order of the case numbers. */
  public static final class Heads {

    private final MessageDigest digest = sha256();
    private int count;
    private String hash;

    /** The next head. */
    public void add(String caseNumber, int length, String logHash) {
      digest.update(
          Canonical.hash(caseNumber, length, logHash).getBytes(StandardCharsets.US_ASCII));
      count++;
    }

    public int count() {
      return count;
    }

    /** The hash of all heads; none are added after it. */
    public String hash() {
      if (hash == null) {
        hash = HexFormat.of().formatHex(digest.digest());
      }
      return hash;
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
