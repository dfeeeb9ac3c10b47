package org.citycase.register;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class DecideVoidListener extends RoomListener {

  private final VoidDecision decision;

  DecideVoidListener(VoidDecision decision) {
    this.decision = decision;
  }

  @Override
  protected void completed(Completion said) {
    decision.decide(said);
  }
}
