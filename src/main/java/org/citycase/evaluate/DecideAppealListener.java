package org.citycase.evaluate;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class DecideAppealListener extends RoomListener {

  private final AppealDecision decision;

  DecideAppealListener(AppealDecision decision) {
    this.decision = decision;
  }

  @Override
  protected void completed(Completion said) {
    decision.decide(said);
  }
}
