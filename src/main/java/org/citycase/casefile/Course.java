package org.citycase.casefile;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.citycase.rules.Filings;

/** The instants a case reached; null while it has not. */
@Embeddable
public class Course {

  private Instant filedAt;
  private Long filedPublication;
  private String filedBy;
  private Instant dispatchedAt;
  private Instant fedBackAt;
  private Instant closedAt;
  private Instant handlingSince;

  protected Course() {}

  void filed(Instant at, long publication) {
    filedAt = at;
    filedPublication = publication;
  }

  void unfiled() {
    filedAt = null;
    filedPublication = null;
  }

  /** The filing as the tables ask for it; null while the case is not filed. */
  Filings.Filed filed() {
    return filedAt == null
        ? null
        : new Filings.Filed(filedAt, filedPublication == null ? Long.MAX_VALUE : filedPublication);
  }

  void filedBy(String person) {
    filedBy = person;
  }

  void dispatched(Instant at) {
    dispatchedAt = at;
  }

  void reached(CaseState from, CaseState state, Instant at) {
    switch (state) {
      case HANDLING -> {
        fedBackAt = null;
        handlingSince = from == CaseState.SUSPENDED ? handlingSince : at;
      }
      case FEEDBACK -> fedBackAt = at;
      case CLOSED -> closedAt = at;
      default -> {}
    }
  }

  /** The next stage of an emergency begins. */
  void stageBegins(Instant at) {
    handlingSince = at;
  }

  /**
   * Since when the unit works on it: accepted, sent back after feedback, or in the next stage; a
   * hold in between does not count. Photos of the work are not older.
   */
  public Instant handlingSince() {
    return handlingSince;
  }

  public Instant filedAt() {
    return filedAt;
  }

  /** Who filed the case: a user, or {@code rule}. */
  public String filedBy() {
    return filedBy;
  }

  public Instant dispatchedAt() {
    return dispatchedAt;
  }

  public Instant fedBackAt() {
    return fedBackAt;
  }

  public Instant closedAt() {
    return closedAt;
  }
}
