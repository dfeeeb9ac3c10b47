package org.citycase.handle;

import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Requests;
import org.citycase.casefile.UnitRequest;
import org.citycase.casefile.Wish;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.process.CaseVariables;
import org.citycase.process.Completion;
import org.springframework.stereotype.Component;

/**
 * What a unit asks instead of doing the work: to return the case (回退, T15), an extension (延期, T18)
 * or a hold (挂账, T19). Extension and hold leave the work with the unit while they are decided.
 */
@Component
class Asking {

  private static final String ASK_RETURN = "askReturn";

  private final CaseFiles files;
  private final Requests requests;
  private final CaseClocks clocks;
  private final CityClock clock;

  Asking(CaseFiles files, Requests requests, CaseClocks clocks, CityClock clock) {
    this.files = files;
    this.requests = requests;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** The clock pauses while a person decides; a second return without a new ground is 推诿. */
  void askReturn(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Act act = Act.of(said.person(), ASK_RETURN).because(said.reason());
    Requests.Asked asked = requests.ask(file, wish(UnitRequest.RETURN, said));
    file.returnAsked();
    act = act.with("newGround", asked.request().newGround());
    if (asked.decision().equals("refusedByRule")) {
      files.note(file, act);
      files.note(file, byRule(asked).with("buckPassing", asked.request().buckPassing()));
      said.answer(CaseVariables.WORK, "again");
      return;
    }
    leave(file, act.with("lapsed", asked.lapsed()), asked);
    said.answer(CaseVariables.WORK, "left");
  }

  private void leave(CaseFile file, Act act, Requests.Asked asked) {
    boolean arbitrated = asked.decision().equals("coordinate");
    CaseState waitsIn = arbitrated ? CaseState.COORDINATING : CaseState.RETURN_REVIEW;
    clocks.pause(file.number(), waitsIn.owner(), "return asked", clock.instant());
    files.move(file, CaseState.RETURN_REVIEW, act);
    if (arbitrated) {
      files.move(file, CaseState.COORDINATING, byRule(asked));
    }
  }

  private static Act byRule(Requests.Asked asked) {
    return Act.of(Act.RULE, "decideReturn")
        .because(asked.ruling().answer().sentence())
        .with("table", asked.ruling().table())
        .with("row", asked.ruling().row());
  }

  void askExtension(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    UnitRequest asked = requests.ask(file, wish(UnitRequest.EXTENSION, said)).request();
    boolean reviewed = asked.state() == UnitRequest.State.REVIEW;
    files.note(
        file,
        Act.of(said.person(), "askExtension")
            .because(said.reason())
            .with("reviewedFirst", reviewed ? true : null));
    said.answer(CaseVariables.WORK, "request");
    said.answer(CaseVariables.REQUEST, reviewed ? "reviewExtension" : "extension");
  }

  void askHold(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Wish wish =
        wish(UnitRequest.HOLD, said).until(HoldEnd.of(said.inputs().get("until"), clock.getZone()));
    requests.ask(file, wish);
    files.note(
        file,
        Act.of(said.person(), "askHold")
            .because(said.reason())
            .with("until", wish.until().toString()));
    said.answer(CaseVariables.WORK, "request");
    said.answer(CaseVariables.REQUEST, UnitRequest.HOLD);
  }

  private static Wish wish(String kind, Completion said) {
    String ground = said.text("newGround");
    return Wish.of(
        kind, said.person(), said.reason(), "false".equalsIgnoreCase(ground) ? null : ground);
  }

  /** 初审: the unit looks at its handler's request before the dispatcher does. */
  void reviewExtension(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Act act =
        Act.of(said.person(), "reviewExtension")
            .because(said.reason())
            .with("outcome", said.outcome());
    if (requests.hasLapsed(file, UnitRequest.EXTENSION)) {
      files.note(file, act.with("lapsed", true));
      return;
    }
    if (said.outcome().equals("agreed")) {
      requests.passOn(file, act);
    } else {
      requests.turnDown(file, act);
    }
    files.note(file, act);
  }
}
