package org.citycase.handle;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class HandleCaseListener extends RoomListener {

  private final Handling handling;

  HandleCaseListener(Handling handling) {
    this.handling = handling;
  }

  @Override
  protected void completed(Completion said) {
    handling.handle(said);
  }
}
