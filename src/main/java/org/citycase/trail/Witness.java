package org.citycase.trail;

import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;

/** Tells {@link Witnesses} which rows of {@link Witnessed} entities a transaction writes. */
public class Witness {

  private final Witnesses witnesses;

  Witness(Witnesses witnesses) {
    this.witnesses = witnesses;
  }

  @PostLoad
  @PrePersist
  void attend(Witnessed row) {
    witnesses.attend();
  }

  @PreUpdate
  @PreRemove
  void changes(Witnessed row) {
    witnesses.changes(row.evidence());
  }

  @PostPersist
  @PostUpdate
  @PostRemove
  void wrote(Witnessed row) {
    witnesses.wrote(row.evidence());
  }
}
