package org.citycase.handle;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class HelpHandleListener extends RoomListener {

  private final Helping helping;

  HelpHandleListener(Helping helping) {
    this.helping = helping;
  }

  @Override
  protected void completed(Completion said) {
    helping.help(said);
  }
}
