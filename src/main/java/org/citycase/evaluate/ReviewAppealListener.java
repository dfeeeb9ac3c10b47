package org.citycase.evaluate;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class ReviewAppealListener extends RoomListener {

  private final AppealDecision decision;

  ReviewAppealListener(AppealDecision decision) {
    this.decision = decision;
  }

  @Override
  protected void completed(Completion said) {
    decision.review(said);
  }
}
