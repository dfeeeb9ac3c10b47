package org.citycase.handle;

import static org.citycase.Refusal.Kind.AGAINST_RULES;

import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.EmergencyStage;
import org.citycase.casefile.EmergencyStages;
import org.citycase.casefile.Filing;
import org.citycase.casefile.FilingStandard;
import org.citycase.casefile.Requests;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.Limit;
import org.citycase.clock.LimitUnit;
import org.citycase.process.Completion;
import org.citycase.rules.Decision;
import org.springframework.stereotype.Component;

/** 抢险分阶段: an emergency runs through ordered stages in one case, each under its own limit. */
@Component
class Stages {

  private final CaseFiles files;
  private final EmergencyStages stages;
  private final FilingStandard standard;
  private final Requests requests;
  private final CaseClocks clocks;
  private final CityClock clock;

  Stages(
      CaseFiles files,
      EmergencyStages stages,
      FilingStandard standard,
      Requests requests,
      CaseClocks clocks,
      CityClock clock) {
    this.files = files;
    this.stages = stages;
    this.standard = standard;
    this.requests = requests;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** Begins the next stage, if the case has one, with its full limit from now; tells whether. */
  boolean next(CaseFile file, Completion said) {
    if (!stages.peek(file).isSameCase()) {
      return false;
    }
    Decision<EmergencyStage> stage = stages.ask(file);
    String done = file.condition();
    String next = stage.answer().next();
    Decision<Filing> filing = standard.ask(file, next, true, false);
    Limit limit = limit(filing, next);
    file.enterStage(next, limit, filing.version(), clock.instant());
    clocks.restart(
        file.number(),
        file.terms(),
        "stage %s done, %s begins".formatted(done, next),
        clock.instant());
    Act act = Act.of(said.person(), "stageDone").because(said.reason());
    files.note(
        file,
        act.with("lapsed", requests.lapse(file, act).orElse(null))
            .with("stage", done)
            .with("next", next)
            .with("row", stage.row())
            .with("result", said.text("result")));
    return true;
  }

  private static Limit limit(Decision<Filing> filing, String condition) {
    if (filing.answer().limitValue() < 1) {
      throw new Refusal(
          AGAINST_RULES,
          "Row '%s' of %s gives %s no time limit: the process owner has to mend the table."
              .formatted(filing.row(), filing.table(), condition));
    }
    return new Limit(filing.answer().limitValue(), LimitUnit.of(filing.answer().limitUnit()));
  }
}
