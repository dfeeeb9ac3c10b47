package org.citycase.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.Witness;
import org.citycase.trail.Witnessed;
import org.springframework.data.domain.Persistable;

/** A photo of a case: before or after the work, from a check, or other. */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_attachment")
public class Attachment implements Persistable<String>, Witnessed {

  @Id private String id = UUID.randomUUID().toString();
  private String caseNumber;
  private String sha256;
  private String kind;
  private String name;
  private String contentType;
  private long size;
  private Instant at;
  private String addedBy;
  private Double lat;
  private Double lng;

  protected Attachment() {}

  Attachment(
      String caseNumber, String kind, SentPhoto sent, Photo photo, Instant at, String addedBy) {
    this.caseNumber = caseNumber;
    this.kind = kind;
    this.name = sent.shortName();
    this.sha256 = photo.sha256();
    this.contentType = photo.contentType();
    this.size = photo.size();
    this.at = at;
    this.addedBy = addedBy;
    this.lat = sent.lat();
    this.lng = sent.lng();
  }

  @Override
  @JsonIgnore
  public String getId() {
    return id;
  }

  @Override
  @JsonIgnore
  public boolean isNew() {
    return true;
  }

  String caseNumber() {
    return caseNumber;
  }

  public String getSha256() {
    return sha256;
  }

  public String getKind() {
    return kind;
  }

  public String getName() {
    return name;
  }

  public String getContentType() {
    return contentType;
  }

  public long getSize() {
    return size;
  }

  public Instant getAt() {
    return at;
  }

  public String getBy() {
    return addedBy;
  }

  /** Degrees of latitude where it was taken, as its sender says; null when he does not. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public Double getLat() {
    return lat;
  }

  /** Degrees of longitude likewise. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public Double getLng() {
    return lng;
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.ATTACHMENT, caseNumber, id);
  }
}
