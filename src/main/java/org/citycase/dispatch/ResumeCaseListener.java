package org.citycase.dispatch;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class ResumeCaseListener extends RoomListener {

  private final Holds holds;

  ResumeCaseListener(Holds holds) {
    this.holds = holds;
  }

  @Override
  protected void completed(Completion said) {
    holds.resume(said);
  }
}
