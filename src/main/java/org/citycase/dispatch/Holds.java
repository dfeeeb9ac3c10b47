package org.citycase.dispatch;

import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Requests;
import org.citycase.casefile.UnitRequest;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.process.Completion;
import org.springframework.stereotype.Component;

/** 挂账审批: nobody works on a held case and its clock stands still until it is resumed (T19, T20). */
@Component
class Holds {

  private static final String RESUME = "resumeCase";

  private final CaseFiles files;
  private final Requests requests;
  private final CaseClocks clocks;
  private final CityClock clock;

  Holds(CaseFiles files, Requests requests, CaseClocks clocks, CityClock clock) {
    this.files = files;
    this.requests = requests;
    this.clocks = clocks;
    this.clock = clock;
  }

  void decide(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Act act =
        Act.of(said.person(), "decideHold").because(said.reason()).with("outcome", said.outcome());
    if (requests.hasLapsed(file, UnitRequest.HOLD)) {
      files.note(file, act.with("lapsed", true));
      return;
    }
    if (said.outcome().equals("granted")) {
      UnitRequest hold = requests.grant(file, UnitRequest.HOLD, act);
      clocks.pause(
          file.number(), CaseState.SUSPENDED.owner(), "held: " + hold.reason(), clock.instant());
      files.move(file, CaseState.SUSPENDED, act.with("until", hold.untilDate().toString()));
    } else {
      requests.refuse(file, UnitRequest.HOLD, act);
      files.note(file, act);
    }
  }

  /** A dispatcher resumes the case before its day. */
  void resume(Completion said) {
    resume(files.get(said.caseNumber()), Act.of(said.person(), RESUME).because(said.reason()));
  }

  /** The day has come; also while it is decided whether the case is void, which pauses nothing. */
  void resumeByRule(String number) {
    resume(files.get(number), Act.of(Act.RULE, RESUME));
  }

  private void resume(CaseFile file, Act act) {
    clocks.resume(file.number(), "hold ended", clock.instant());
    if (file.state() == CaseState.VOID_REVIEW) {
      file.holdEndedMeanwhile();
      files.note(file, act);
    } else {
      files.move(file, CaseState.HANDLING, act);
    }
  }
}
