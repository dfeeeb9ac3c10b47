package org.citycase.handle;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class OrderSubstituteListener extends RoomListener {

  private final Substitution substitution;

  OrderSubstituteListener(Substitution substitution) {
    this.substitution = substitution;
  }

  @Override
  protected void completed(Completion said) {
    substitution.order(said);
  }
}
