package org.citycase.register;

import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.Voiding;
import org.citycase.process.Completion;
import org.springframework.stereotype.Component;

/** 作废审批: the duty leader voids the case or lets it go on where it was (T27). */
@Component
class VoidDecision {

  private final CaseFiles files;
  private final Voiding voiding;

  VoidDecision(CaseFiles files, Voiding voiding) {
    this.files = files;
    this.voiding = voiding;
  }

  void decide(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Act act =
        Act.of(said.person(), "decideVoid").because(said.reason()).with("outcome", said.outcome());
    if (said.outcome().equals("granted")) {
      voiding.grant(file, act);
    } else {
      voiding.refuse(file, act);
    }
  }
}
