package org.citycase.verify;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.NOT_ALLOWED;

import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.ClosingStandard;
import org.citycase.process.Completion;
import org.springframework.stereotype.Component;

/** 核查: a collector of the grid looks whether the problem is gone (T23; a failed check is T24). */
@Component
class SiteCheck {

  private final CaseFiles files;
  private final ClosingStandard standard;
  private final Attachments attachments;

  SiteCheck(CaseFiles files, ClosingStandard standard, Attachments attachments) {
    this.files = files;
    this.standard = standard;
    this.attachments = attachments;
  }

  void check(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    if (said.person().equals(file.assignment().fedBackBy())
        || said.person().equals(file.assignment().handler())) {
      throw new Refusal(
          NOT_ALLOWED,
          "%s handled case %s and may not check it: another collector of the grid does."
              .formatted(said.person(), file.number()));
    }
    proof(file, said);
    Act act =
        Act.of(said.person(), "checkOnSite").because(said.reason()).with("result", said.outcome());
    file.checked(said.outcome());
    if (said.outcome().equals("passed")) {
      files.move(file, CaseState.TO_CLOSE, act);
    } else {
      files.note(file, act);
    }
  }

  private void proof(CaseFile file, Completion said) {
    int demanded = standard.peek(file).checkPhotos();
    int given = attachments.evidence(file.number(), "check", said.person(), said.began());
    if (given < demanded) {
      throw new Refusal(
          AGAINST_RULES,
          ("The closing standard demands %d photo(s) of the check; there are %d since the task"
                  + " began. Add them with kind 'check' and complete again.")
              .formatted(demanded, given));
    }
  }
}
