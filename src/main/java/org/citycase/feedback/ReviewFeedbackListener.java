package org.citycase.feedback;

import org.citycase.process.Completion;
import org.citycase.process.RoomListener;
import org.springframework.stereotype.Component;

@Component
class ReviewFeedbackListener extends RoomListener {

  private final FeedbackReview review;

  ReviewFeedbackListener(FeedbackReview review) {
    this.review = review;
  }

  @Override
  protected void completed(Completion said) {
    review.review(said);
  }
}
