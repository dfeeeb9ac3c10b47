package org.citycase.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.data.domain.Persistable;

/**
 * One entry of a case's log, never changed once written. Its hash is the SHA-256 over the canonical
 * form: the fields in the order number, seq, at (epoch milliseconds), actor, action, from, to,
 * reason, data, clock, previous hash; each as {@code <length in characters>:<text>} and a missing
 * one as {@code -}. The length before each text makes two different entries never share a form.
 */
@Entity
@Table(name = "cc_case_log")
class LogEntry implements Persistable<LogEntry.Key> {

  /** Hash before the first entry of a case. */
  static final String NO_HASH = "0".repeat(64);

  @Embeddable
  record Key(@Column(name = "case_number") String caseNumber, int seq) implements Serializable {}

  @EmbeddedId private Key key;
  private Instant at;
  private String actor;
  private String action;
  private String fromState;
  private String toState;
  private String reason;

  @Column(columnDefinition = "LONGTEXT")
  private String data;

  private String clock;
  private String previousHash;
  private String hash;

  protected LogEntry() {}

  LogEntry(
      Key key, Instant at, Act act, CaseState from, CaseState to, Texts texts, String previous) {
    this.key = key;
    this.at = at;
    this.actor = act.actor();
    this.action = act.action();
    this.fromState = from == null ? null : from.name();
    this.toState = to == null ? null : to.name();
    this.reason = act.reason();
    this.data = texts.data();
    this.clock = texts.clock();
    this.previousHash = previous;
    this.hash = computedHash();
  }

  /** The two parts of an entry that are JSON: what belongs to the act, and the clock's face. */
  record Texts(String data, String clock) {}

  /** The hash this entry should have, computed from its fields. */
  final String computedHash() {
    StringBuilder form = new StringBuilder();
    for (Object field :
        new Object[] {
          key.caseNumber(),
          key.seq(),
          at.toEpochMilli(),
          actor,
          action,
          fromState,
          toState,
          reason,
          data,
          clock,
          previousHash
        }) {
      if (field == null) {
        form.append("-");
      } else {
        String text = field.toString();
        form.append(text.length()).append(':').append(text);
      }
    }
    return sha256(form.toString());
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  @Override
  public Key getId() {
    return key;
  }

  /** Entries are only ever inserted, so no select is needed before. */
  @Override
  public boolean isNew() {
    return true;
  }

  Instant at() {
    return at;
  }

  String actor() {
    return actor;
  }

  String action() {
    return action;
  }

  String fromState() {
    return fromState;
  }

  String toState() {
    return toState;
  }

  String reason() {
    return reason;
  }

  String data() {
    return data;
  }

  String clock() {
    return clock;
  }

  String previousHash() {
    return previousHash;
  }

  String hash() {
    return hash;
  }
}
