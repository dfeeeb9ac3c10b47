package org.citycase.handle;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class ReviewExtensionListener extends RoomListener {

  private final Asking asking;

  ReviewExtensionListener(Asking asking) {
    this.asking = asking;
  }

  @Override
  protected void completed(Completion said) {
    asking.reviewExtension(said);
  }
}
