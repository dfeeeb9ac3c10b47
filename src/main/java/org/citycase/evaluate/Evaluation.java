package org.citycase.evaluate;

import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseMoved;
import org.citycase.casefile.CaseState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * 综合评价 of one case: its penalty points are frozen as it is closed, whatever the diagram does then,
 * and its reporter may be called back.
 */
@Component
class Evaluation {

  private final CaseFiles files;
  private final CasePenalties penalties;

  Evaluation(CaseFiles files, CasePenalties penalties) {
    this.files = files;
    this.penalties = penalties;
  }

  @EventListener
  void over(CaseMoved moved) {
    if (moved.to() == CaseState.CLOSED) {
      penalties.freeze(files.get(moved.caseNumber()));
    }
  }

  /** Whether a reporter is to be called back: of the case, or of a report merged into it. */
  boolean callsBack(String number) {
    CaseFile file = files.get(number);
    return file.reported().hasReporter()
        || files.mergedInto(number).stream().anyMatch(merged -> merged.reported().hasReporter());
  }
}
