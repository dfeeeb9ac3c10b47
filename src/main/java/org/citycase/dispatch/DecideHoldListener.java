package org.citycase.dispatch;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class DecideHoldListener extends RoomListener {

  private final Holds holds;

  DecideHoldListener(Holds holds) {
    this.holds = holds;
  }

  @Override
  protected void completed(Completion said) {
    holds.decide(said);
  }
}
