package org.citycase.dispatch;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class DecideReturnListener extends RoomListener {

  private final Returns returns;

  DecideReturnListener(Returns returns) {
    this.returns = returns;
  }

  @Override
  protected void completed(Completion said) {
    returns.decide(said);
  }
}
