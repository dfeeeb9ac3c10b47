package org.citycase.evaluate;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.NOT_ALLOWED;

import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.clock.CityClock;
import org.citycase.process.Completion;
import org.springframework.stereotype.Component;

/**
 * What dispatcher and operator say to an appeal. Granted by both, the case is exempt: adjusting
 * items take back its overdue points, and the fact that it was overdue stays.
 */
@Component
class AppealDecision {

  private final CaseFiles files;
  private final AppealStore store;
  private final CasePenalties penalties;
  private final CityClock clock;

  AppealDecision(CaseFiles files, AppealStore store, CasePenalties penalties, CityClock clock) {
    this.files = files;
    this.store = store;
    this.penalties = penalties;
    this.clock = clock;
  }

  void decide(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    judged(said, Appeal.PENDING)
        .decide(isGranted(said), said.person(), clock.instant(), said.reason());
    files.note(file, act(said, "decideAppeal"));
  }

  void review(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    judged(said, Appeal.AGREED)
        .review(isGranted(said), said.person(), clock.instant(), said.reason());
    Act act = act(said, "reviewAppeal");
    if (isGranted(said)) {
      file.exempt();
      act = act.with("points", penalties.exempt(file.number()));
    }
    files.note(file, act);
  }

  private Appeal judged(Completion said, String state) {
    Appeal appeal =
        store
            .findById(said.caseNumber())
            .filter(one -> one.is(state))
            .orElseThrow(
                () ->
                    new Refusal(
                        AGAINST_RULES,
                        "Case %s has no appeal that waits for this word."
                            .formatted(said.caseNumber())));
    if (appeal.isBy(said.person())) {
      throw new Refusal(
          NOT_ALLOWED,
          "%s asked or decided already; another person judges the appeal of case %s."
              .formatted(said.person(), said.caseNumber()));
    }
    return appeal;
  }

  private static boolean isGranted(Completion said) {
    return said.outcome().equals("granted");
  }

  private static Act act(Completion said, String action) {
    return Act.of(said.person(), action).because(said.reason()).with("outcome", said.outcome());
  }
}
