package org.citycase.handle;

import static org.citycase.Refusal.Kind.AGAINST_RULES;

import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.ClosingStandard;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.process.Completion;
import org.springframework.stereotype.Component;

/** 处置: the unit accepts the work and feeds back what it did, with proof (T14, T21). */
@Component
class Handling {

  private final CaseFiles files;
  private final ClosingStandard standard;
  private final Attachments attachments;
  private final CaseClocks clocks;
  private final CityClock clock;

  Handling(
      CaseFiles files,
      ClosingStandard standard,
      Attachments attachments,
      CaseClocks clocks,
      CityClock clock) {
    this.files = files;
    this.standard = standard;
    this.attachments = attachments;
    this.clocks = clocks;
    this.clock = clock;
  }

  void acceptWork(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    String handler = said.text("handler");
    file.assignment().handledBy(handler == null ? said.person() : handler);
    files.move(
        file,
        CaseState.HANDLING,
        Act.of(said.person(), "acceptWork").because(said.reason()).with("handler", handler));
  }

  void handle(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Act act = Act.of(said.person(), "handleCase").because(said.reason());
    if (!said.outcome().equals("done")) {
      files.note(file, act.with("outcome", said.outcome()));
      return;
    }
    proof(file, said);
    file.feedBack(said.text("result"), said.person());
    clocks.stop(file.number(), "feedback", clock.instant());
    files.move(file, CaseState.FEEDBACK, act.with("result", said.text("result")));
  }

  private void proof(CaseFile file, Completion said) {
    int demanded = standard.ask(file).answer().afterPhotos();
    int given = attachments.evidence(file.number(), "after", said.person(), said.began());
    if (given < demanded) {
      throw new Refusal(
          AGAINST_RULES,
          ("The closing standard demands %d after-photo(s) by the person who feeds back; there are"
                  + " %d since the task began. Add them with kind 'after' and complete again.")
              .formatted(demanded, given));
    }
  }
}
