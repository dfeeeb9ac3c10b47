package org.citycase.close;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class CloseCaseListener extends RoomListener {

  private final Closure closure;

  CloseCaseListener(Closure closure) {
    this.closure = closure;
  }

  @Override
  protected void completed(Completion said) {
    closure.close(said);
  }
}
