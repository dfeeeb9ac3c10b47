package org.citycase.handle;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class AcceptWorkListener extends RoomListener {

  private final Handling handling;
  private final Asking asking;

  AcceptWorkListener(Handling handling, Asking asking) {
    this.handling = handling;
    this.asking = asking;
  }

  @Override
  protected void completed(Completion said) {
    if (said.outcome().equals("return")) {
      asking.askReturn(said);
    } else {
      handling.acceptWork(said);
    }
  }
}
