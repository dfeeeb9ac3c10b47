package org.citycase.feedback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.citycase.process.CaseVariables;
import org.springframework.stereotype.Component;

@Component
class ReviewFeedbackDelegate implements JavaDelegate {

  private final FeedbackReview review;

  ReviewFeedbackDelegate(FeedbackReview review) {
    this.review = review;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Object answer = review.reviewByRule(execution.getProcessBusinessKey());
    CaseVariables.give(execution, CaseVariables.REVIEW, answer);
  }
}
