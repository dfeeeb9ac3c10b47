package org.citycase.handle;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class HandleCaseListener extends RoomListener {

  private final Handling handling;
  private final Asking asking;

  HandleCaseListener(Handling handling, Asking asking) {
    this.handling = handling;
    this.asking = asking;
  }

  @Override
  protected void completed(Completion said) {
    switch (said.outcome()) {
      case "done" -> handling.finish(said);
      case "extension" -> asking.askExtension(said);
      case "hold" -> asking.askHold(said);
      case "return" -> asking.askReturn(said);
      default -> handling.note(said);
    }
  }
}
