package org.citycase.casefile;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The instants a case reached; null while it has not. */
@Embeddable
public class Course {

  private Instant filedAt;
  private String filedBy;
  private Instant dispatchedAt;
  private Instant fedBackAt;
  private Instant closedAt;

  protected Course() {}

  void filed(Instant at) {
    filedAt = at;
  }

  void filedBy(String person) {
    filedBy = person;
  }

  void reached(CaseState state, Instant at) {
    switch (state) {
      case DISPATCHED -> dispatchedAt = at;
      case HANDLING -> fedBackAt = null;
      case FEEDBACK -> fedBackAt = at;
      case CLOSED -> closedAt = at;
      default -> {}
    }
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
