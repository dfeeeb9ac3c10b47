package org.citycase.register;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class VerifyReportListener extends RoomListener {

  private final Acceptance acceptance;

  VerifyReportListener(Acceptance acceptance) {
    this.acceptance = acceptance;
  }

  @Override
  protected void completed(Completion said) {
    acceptance.verify(said);
  }
}
