package org.citycase.dispatch;

import static org.citycase.Refusal.Kind.AGAINST_RULES;

import org.citycase.Refusal;
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

/** 回退审批: to another unit, to coordination, back to the same unit, or out of the city (T16, T17). */
@Component
class Returns {

  private final CaseFiles files;
  private final Requests requests;
  private final Dispatching dispatching;
  private final CaseClocks clocks;
  private final CityClock clock;

  Returns(
      CaseFiles files,
      Requests requests,
      Dispatching dispatching,
      CaseClocks clocks,
      CityClock clock) {
    this.files = files;
    this.requests = requests;
    this.dispatching = dispatching;
    this.clocks = clocks;
    this.clock = clock;
  }

  void decide(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Act act =
        Act.of(said.person(), "decideReturn")
            .because(said.reason())
            .with("outcome", said.outcome());
    switch (said.outcome()) {
      case "granted" -> grant(file, said.text("unit"), act);
      case "notOurs" -> {
        requests.grant(file, UnitRequest.RETURN, act);
        file.unfile();
        hand(file, CaseState.TO_FILE, act);
      }
      default -> {
        requests.refuse(file, UnitRequest.RETURN, act);
        clocks.resume(file.number(), "return refused", clock.instant());
        files.move(file, CaseState.DISPATCHED, act);
      }
    }
  }

  /** Others have the case now; the unit's clock stands still. */
  private void hand(CaseFile file, CaseState to, Act act) {
    clocks.handOver(file.number(), to.owner(), "return granted", clock.instant());
    files.move(file, to, act);
  }

  private void grant(CaseFile file, String unit, Act act) {
    if (unit != null && unit.equals(file.assignment().unit())) {
      throw Refusal.ofField(
          AGAINST_RULES,
          "unit",
          "%s has asked to return the case: name another unit, or refuse the return."
              .formatted(unit));
    }
    requests.grant(file, UnitRequest.RETURN, act);
    if (unit == null) {
      hand(file, CaseState.COORDINATING, act);
    } else {
      dispatching.send(file, dispatching.unit(unit, "unit"), act);
    }
  }
}
