package org.citycase.dispatch;

import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.Requests;
import org.citycase.casefile.UnitRequest;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.process.Completion;
import org.springframework.stereotype.Component;

/**
 * 延期审批 (T18): one more limit from the due instant, also when that has passed since it was asked.
 */
@Component
class Extensions {

  private final CaseFiles files;
  private final Requests requests;
  private final CaseClocks clocks;
  private final CityClock clock;

  Extensions(CaseFiles files, Requests requests, CaseClocks clocks, CityClock clock) {
    this.files = files;
    this.requests = requests;
    this.clocks = clocks;
    this.clock = clock;
  }

  void decide(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Act act =
        Act.of(said.person(), "decideExtension")
            .because(said.reason())
            .with("outcome", said.outcome());
    if (requests.hasLapsed(file, UnitRequest.EXTENSION)) {
      files.note(file, act.with("lapsed", true));
      return;
    }
    if (said.outcome().equals("granted")) {
      requests.grant(file, UnitRequest.EXTENSION, act);
      file.extended();
      clocks.extend(file.number(), "extension granted", clock.instant());
    } else {
      requests.refuse(file, UnitRequest.EXTENSION, act);
    }
    files.note(file, act);
  }
}
