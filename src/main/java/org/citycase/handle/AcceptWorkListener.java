package org.citycase.handle;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class AcceptWorkListener extends RoomListener {

  private final Handling handling;

  AcceptWorkListener(Handling handling) {
    this.handling = handling;
  }

  @Override
  protected void completed(Completion said) {
    handling.acceptWork(said);
  }
}
