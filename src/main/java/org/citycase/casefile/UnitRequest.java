package org.citycase.casefile;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.citycase.trail.Evidence;
import org.citycase.trail.EvidenceRow;
import org.citycase.trail.Witness;
import org.citycase.trail.Witnessed;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/**
 * What a unit asked instead of doing the work: to return the case (回退), to extend its limit (延期) or
 * to hold it (挂账); and what became of it.
 */
@Entity
@EntityListeners(Witness.class)
@Table(name = "cc_request")
public class UnitRequest implements Persistable<UnitRequest.Key>, Witnessed {

  public static final String RETURN = "return";
  public static final String EXTENSION = "extension";
  public static final String HOLD = "hold";

  /** What became of a request. */
  public enum State {
    /** Waits for the dispatcher. */
    PENDING("pending"),
    /** Waits for the unit itself, because its handler asked (初审). */
    REVIEW("review"),
    GRANTED("granted"),
    REFUSED("refused"),
    /** Refused by the table, without a person. */
    REFUSED_BY_RULE("refusedByRule"),
    /** Not decided: the case went on without it. */
    LAPSED("lapsed");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @JsonValue
    public String code() {
      return code;
    }
  }

  /** Which request of which case. */
  @Embeddable
  record Key(@Column(name = "case_number") String caseNumber, int seq) implements Serializable {}

  @EmbeddedId private Key key;
  private String kind;
  private String unit;
  private String askedBy;
  private Instant askedAt;
  private String reason;
  private String newGround;
  private LocalDate untilDate;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private State state;

  private String reviewedBy;
  private String decidedBy;
  private Instant decidedAt;
  private String decisionReason;
  private String rowId;
  private boolean buckPassing;

  /** Not read from the database, so that a new one is inserted without a look. */
  @Transient private boolean fresh;

  protected UnitRequest() {}

  UnitRequest(CaseFile file, int seq, Wish wish, Instant at, String row) {
    this.key = new Key(file.number(), seq);
    this.kind = wish.kind();
    this.unit = file.assignment().unit();
    this.askedBy = wish.person();
    this.askedAt = at;
    this.reason = wish.reason();
    this.newGround = wish.newGround();
    this.untilDate = wish.until();
    this.rowId = row;
    this.state = State.PENDING;
    this.fresh = true;
  }

  /** The unit looks at it before the dispatcher does. */
  void reviewFirst() {
    state = State.REVIEW;
  }

  /** The unit agreed: now the dispatcher decides. */
  void passOn(String reviewer) {
    reviewedBy = reviewer;
    state = State.PENDING;
  }

  void end(State how, Act act, Instant at) {
    state = how;
    decidedBy = act.actor();
    decidedAt = at;
    decisionReason = act.reason();
  }

  /** 推诿: it costs the unit points. */
  void countAsBuckPassing() {
    buckPassing = true;
  }

  @Override
  public EvidenceRow evidence() {
    return new EvidenceRow(Evidence.REQUEST, key.caseNumber(), Integer.toString(key.seq()));
  }

  @Override
  public Key getId() {
    return key;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }

  /** 1 for the first request of the case. */
  public int seq() {
    return key.seq();
  }

  /** One of {@link #RETURN}, {@link #EXTENSION}, {@link #HOLD}. */
  public String kind() {
    return kind;
  }

  /** Code of the unit that asked. */
  public String unit() {
    return unit;
  }

  public String askedBy() {
    return askedBy;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public String reason() {
    return reason;
  }

  /** What is new since the request before; null when nothing is. */
  public String newGround() {
    return newGround;
  }

  /** The day a hold ends; null for the others. */
  public LocalDate untilDate() {
    return untilDate;
  }

  public State state() {
    return state;
  }

  /** Whether it waits for the unit's own review or the dispatcher's decision. */
  public boolean isOpen() {
    return state == State.PENDING || state == State.REVIEW;
  }

  /** Who of the unit agreed to it; null when nobody had to. */
  public String reviewedBy() {
    return reviewedBy;
  }

  /** Who decided: a person, or {@code rule}; null while open. */
  public String decidedBy() {
    return decidedBy;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public String decisionReason() {
    return decisionReason;
  }

  /** The row of the table that let it be asked, or refused it. */
  public String rowId() {
    return rowId;
  }

  public boolean buckPassing() {
    return buckPassing;
  }
}
