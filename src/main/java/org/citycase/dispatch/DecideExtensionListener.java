package org.citycase.dispatch;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class DecideExtensionListener extends RoomListener {

  private final Extensions extensions;

  DecideExtensionListener(Extensions extensions) {
    this.extensions = extensions;
  }

  @Override
  protected void completed(Completion said) {
    extensions.decide(said);
  }
}
