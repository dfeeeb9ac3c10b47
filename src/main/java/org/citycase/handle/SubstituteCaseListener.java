package org.citycase.handle;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class SubstituteCaseListener extends RoomListener {

  private final Substitution substitution;

  SubstituteCaseListener(Substitution substitution) {
    this.substitution = substitution;
  }

  @Override
  protected void completed(Completion said) {
    substitution.substitute(said);
  }
}
