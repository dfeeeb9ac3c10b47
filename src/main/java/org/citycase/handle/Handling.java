package org.citycase.handle;

import static org.citycase.Refusal.Kind.AGAINST_RULES;

import java.time.Instant;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.Attachments;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.ClosingStandard;
import org.citycase.casefile.Requests;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.process.CaseVariables;
import org.citycase.process.Completion;
import org.citycase.process.Members;
import org.springframework.stereotype.Component;

/** 处置: the unit accepts the work and feeds back what it did, with proof (T14, T21). */
@Component
class Handling {

  private final CaseFiles files;
  private final ClosingStandard standard;
  private final Attachments attachments;
  private final Requests requests;
  private final Stages stages;
  private final Members members;
  private final CaseClocks clocks;
  private final CityClock clock;

  Handling(
      CaseFiles files,
      ClosingStandard standard,
      Attachments attachments,
      Requests requests,
      Stages stages,
      Members members,
      CaseClocks clocks,
      CityClock clock) {
    this.files = files;
    this.standard = standard;
    this.attachments = attachments;
    this.requests = requests;
    this.stages = stages;
    this.members = members;
    this.clocks = clocks;
    this.clock = clock;
  }

  void acceptWork(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    ofTheUnit(file, said.text("handler"));
    file.assignment().accepted(said.person(), said.text("handler"));
    files.move(
        file,
        CaseState.HANDLING,
        Act.of(said.person(), "acceptWork")
            .because(said.reason())
            .with("handler", said.text("handler")));
  }

  /** A handler may be named in plain words; who has an account must belong to the unit. */
  private void ofTheUnit(CaseFile file, String handler) {
    String group = "unit-" + file.assignment().unit();
    if (handler != null && members.isKnown(handler) && !members.isIn(handler, group)) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "handler",
          "%s does not belong to %s: name somebody of the unit."
              .formatted(handler, file.assignment().unit()));
    }
  }

  /** The work is done: the next stage of an emergency begins, or the case is fed back. */
  void finish(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    proof(file, said);
    if (stages.next(file, said)) {
      said.answer(CaseVariables.WORK, "again");
      return;
    }
    allHelped(file);
    feedBack(file, said);
    said.answer(CaseVariables.WORK, "fedBack");
  }

  private void feedBack(CaseFile file, Completion said) {
    Act act = Act.of(said.person(), "handleCase").because(said.reason());
    file.feedBack(said.text("result"), said.person());
    clocks.stop(file.number(), CaseState.FEEDBACK.owner(), "feedback", clock.instant());
    files.move(
        file,
        CaseState.FEEDBACK,
        act.with("result", said.text("result"))
            .with("lapsed", requests.lapse(file, act).orElse(null)));
  }

  /** What the task's contract holds beside what this room knows. */
  void note(Completion said) {
    files.note(
        files.get(said.caseNumber()),
        Act.of(said.person(), "handleCase").because(said.reason()).with("outcome", said.outcome()));
  }

  private static void allHelped(CaseFile file) {
    List<String> busy = file.assignment().stillToHelp();
    if (!busy.isEmpty()) {
      throw new Refusal(
          AGAINST_RULES,
          "The case is fed back when all who help are done: wait for %s to finish the sub-task."
              .formatted(String.join(", ", busy)));
    }
  }

  /** Photos count from the beginning of the work: a request in between gives the task anew. */
  private void proof(CaseFile file, Completion said) {
    int demanded = standard.ask(file).answer().afterPhotos();
    Instant begun = file.course().handlingSince();
    int given =
        attachments.evidence(
            file.number(), "after", said.person(), begun == null ? said.began() : begun);
    if (given < demanded) {
      throw new Refusal(
          AGAINST_RULES,
          ("The closing standard demands %d after-photo(s) by the person who feeds back; there are"
                  + " %d since the work began. Add them with kind 'after' and complete again.")
              .formatted(demanded, given));
    }
  }
}
