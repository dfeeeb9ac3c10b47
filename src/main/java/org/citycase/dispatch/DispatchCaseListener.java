package org.citycase.dispatch;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class DispatchCaseListener extends RoomListener {

  private final Dispatching dispatching;

  DispatchCaseListener(Dispatching dispatching) {
    this.dispatching = dispatching;
  }

  @Override
  protected void completed(Completion said) {
    dispatching.dispatch(said);
  }
}
