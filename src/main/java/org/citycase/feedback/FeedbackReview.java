package org.citycase.feedback;

import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.StageLimits;
import org.citycase.process.Completion;
import org.springframework.stereotype.Component;

/** 处理反馈: whether what was fed back is worth a check on site (T22). */
@Component
class FeedbackReview {

  private static final String REVIEW = "reviewFeedback";

  private final CaseFiles files;
  private final StageLimits stages;
  private final CaseClocks clocks;
  private final CityClock clock;

  FeedbackReview(CaseFiles files, StageLimits stages, CaseClocks clocks, CityClock clock) {
    this.files = files;
    this.stages = stages;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** Orders the check by rule where the stage table says so; tells who decides: rule or person. */
  String reviewByRule(String number) {
    CaseFile file = files.get(number);
    if (!stages.byRule(number, "review", file.reported().channel().code())) {
      return "person";
    }
    files.move(file, CaseState.CHECKING, Act.of(Act.RULE, REVIEW));
    return Act.RULE;
  }

  void review(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Act act = Act.of(said.person(), REVIEW).because(said.reason());
    switch (said.outcome()) {
      case "check" -> files.move(file, CaseState.CHECKING, act);
      case "incomplete" -> {
        clocks.resume(file.number(), "incomplete feedback", clock.instant());
        files.move(file, CaseState.HANDLING, act);
      }
      default -> files.note(file, act.with("outcome", said.outcome()));
    }
  }
}
