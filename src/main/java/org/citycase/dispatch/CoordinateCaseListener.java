package org.citycase.dispatch;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class CoordinateCaseListener extends RoomListener {

  private final Dispatching dispatching;

  CoordinateCaseListener(Dispatching dispatching) {
    this.dispatching = dispatching;
  }

  @Override
  protected void completed(Completion said) {
    dispatching.coordinate(said);
  }
}
