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
import org.springframework.stereotype.Component;

/** 结案: the closing standard and the duty leader close the case or send it back (T24–T26). */
@Component
class Closure {

  private static final String CLOSE = "closeCase";

  private final CaseFiles files;
  private final ClosingStandard standard;
  private final CaseClocks clocks;
  private final CityClock clock;

  Closure(CaseFiles files, ClosingStandard standard, CaseClocks clocks, CityClock clock) {
    this.files = files;
    this.standard = standard;
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
      case "rework" -> {
        file.rework();
        clocks.resume(number, "failed check", clock.instant());
        files.move(file, CaseState.HANDLING, act.because("The check on site failed."));
      }
      default -> {}
    }
    return decision.answer().decision();
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
