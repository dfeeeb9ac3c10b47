package org.citycase.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.citycase.casefile.Reporter;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.ReporterDigest;
import org.citycase.trail.Witness;
import org.citycase.trail.Witnessed;

/** A row of the notices kept with the cases. */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_notice")
class StoredNotice implements Witnessed {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String caseNumber;
  private String document;
  private Instant at;
  private String recipient;
  private String address;
  private boolean citizen;

  @Column(columnDefinition = "LONGTEXT")
  private String body;

  /** The key of the digest that the log vouches for instead of recipient, address and body. */
  private String salt = ReporterDigest.salt();

  private Instant deliveredAt;
  private String receipt;
  private int attempts;
  private String failure;
  private boolean givenUp;

  protected StoredNotice() {}

  StoredNotice(String caseNumber, String document, Instant at, Recipient to, String body) {
    this.caseNumber = caseNumber;
    this.document = document;
    this.at = at;
    this.recipient = to.name();
    this.address = to.address();
    this.citizen = to.citizen();
    this.body = body;
  }

  Notice shown() {
    return new Notice(
        id, caseNumber, document, at, new Recipient(recipient, address, citizen), body);
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.NOTICE, caseNumber, id.toString());
  }

  Long id() {
    return id;
  }

  /** Whether it is to this reporter, wherever he reported. */
  boolean isTo(Reporter reporter) {
    Recipient to = new Recipient(reporter.name(), reporter.phone());
    return citizen && recipient.equals(to.name()) && address.equals(to.address());
  }

  /** Erases whom it was to; what has not left by now never leaves. */
  void forget(Reporter reporter) {
    givenUp = givenUp || deliveredAt == null;
    recipient = "";
    address = "";
    body = reporter.hiddenIn(body);
    salt = ReporterDigest.salt();
    receipt = reporter.hiddenIn(receipt);
    failure = reporter.hiddenIn(failure);
  }

  Delivery delivery() {
    return new Delivery(deliveredAt, receipt, attempts, failure);
  }
}
