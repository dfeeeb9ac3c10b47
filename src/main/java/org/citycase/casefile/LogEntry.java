package org.citycase.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citycase.trail.Canonical;
import org.springframework.data.domain.Persistable;

/**
 * One entry of a case's log, never changed once written. Its hash is that of its {@linkplain
 * Canonical canonical} fields: number, seq, at (epoch milliseconds), actor, action, from, to,
 * reason, data, clock, previous hash and, where there is one, trace. The trace of the last entry of
 * a transaction names the rows the transaction wrote, with their hashes, as JSON.
 */
@Entity
@Table(name = "cc_case_log")
class LogEntry implements Persistable<LogEntry.Key> {

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

  @Column(columnDefinition = "LONGTEXT")
  private String trace;

  private String previousHash;
  private String hash;

  protected LogEntry() {}

  LogEntry(Key key, Told told, String trace, String previous) {
    this.key = key;
    this.at = told.at();
    this.actor = told.act().actor();
    this.action = told.act().action();
    this.fromState = told.from() == null ? null : told.from().name();
    this.toState = told.to() == null ? null : told.to().name();
    this.reason = told.act().reason();
    this.data = told.texts().data();
    this.clock = told.texts().clock();
    this.trace = trace;
    this.previousHash = previous;
    this.hash = computedHash();
  }

  /** The two parts of an entry that are JSON: what belongs to the act, and the clock's face. */
  record Texts(String data, String clock) {}

  /** What happened, before it has its place in the chain. */
  record Told(Act act, CaseState from, CaseState to, Instant at, Texts texts) {}

  /** The hash this entry should have, computed from its fields. */
  final String computedHash() {
    List<Object> fields =
        new ArrayList<>(
            Arrays.asList(
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
                previousHash));
    if (trace != null) {
      fields.add(trace);
    }
    return Canonical.hash(fields);
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

  String trace() {
    return trace;
  }

  String previousHash() {
    return previousHash;
  }

  String hash() {
    return hash;
  }
}
