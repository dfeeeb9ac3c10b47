package org.citycase.close;

import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Closing;
import org.citycase.casefile.ClosingStandard;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.process.Completion;
import org.citycase.rules.Decision;
import org.citycase.supervise.Escalations;
import org.springframework.stereotype.Component;

/** 结案: the closing standard and the duty leader close the case or send it back (T24–T26). */
@Component
class Closure {

  private static final String CLOSE = "closeCase";

  private final CaseFiles files;
  private final ClosingStandard standard;
  private final FalseFeedback falseFeedback;
  private final Escalations escalations;
  private final CaseClocks clocks;
  private final CityClock clock;

  Closure(
      CaseFiles files,
      ClosingStandard standard,
      FalseFeedback falseFeedback,
      Escalations escalations,
      CaseClocks clocks,
      CityClock clock) {
    this.files = files;
    this.standard = standard;
    this.falseFeedback = falseFeedback;
    this.escalations = escalations;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** Closes or sends to rework by rule; tells what the standard says: automatic, ask or rework. */
  String closeByRule(String number) {
    CaseFile file = files.get(number);
    Decision<Closing> decision = standard.ask(file);
    Act act = Act.of(Act.RULE, CLOSE).with("table", decision.table()).with("row", decision.row());
    switch (decision.answer().decision()) {
      case "automatic" -> files.move(file, CaseState.CLOSED, act);
      case "rework" -> rework(file, decision.answer(), act);
      default -> {}
    }
    return decision.answer().decision();
  }

  /** 返工 (T24): to the same unit with the time that is left, with the proof of a false feedback. */
  private void rework(CaseFile file, Closing answer, Act act) {
    String proof = falseFeedback.proof(file, answer.photoMetres()).orElse(null);
    if (proof != null) {
      file.provedFalse();
    }
    file.rework();
    clocks.resume(file.number(), "failed check", clock.instant());
    files.move(
        file,
        CaseState.HANDLING,
        act.because("核查不符 the check on site failed")
            .with("unit", file.assignment().unit())
            .with("falseFeedback", proof));
    if (proof != null) {
      escalations.falseFeedback(file.number());
    }
  }

  void close(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Act act = Act.of(said.person(), CLOSE).because(said.reason());
    switch (said.outcome()) {
      case "closed" -> files.move(file, CaseState.CLOSED, act);
      case "recheck" -> files.move(file, CaseState.CHECKING, act);
      default -> files.note(file, act.with("outcome", said.outcome()));
    }
  }
}
