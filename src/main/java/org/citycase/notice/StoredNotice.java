package org.citycase.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the notices kept with the cases. */
@Entity
@Table(name = "cc_notice")
class StoredNotice {

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

  Long id() {
    return id;
  }

  Delivery delivery() {
    return new Delivery(deliveredAt, receipt, attempts, failure);
  }
}
