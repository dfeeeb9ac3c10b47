package org.citycase.evaluate;

import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.EmergencyStage;
import org.citycase.casefile.EmergencyStages;
import org.citycase.process.CaseProcess;
import org.citycase.rules.Decision;
import org.springframework.stereotype.Component;

/**
 * Cases opened from one that is closed: the same problem at the same place and of the same
 * reporter, with a number, a file and a way of its own. The closed one stays as it is.
 */
@Component
class LinkedCases {

  private static final String OPEN = "openLinkedCase";

  private final CaseFiles files;
  private final EmergencyStages stages;
  private final CaseProcess process;

  LinkedCases(CaseFiles files, EmergencyStages stages, CaseProcess process) {
    this.files = files;
    this.stages = stages;
    this.process = process;
  }

  /** The reporter is not satisfied (T29): the same condition once more. */
  void reopen(String number, String person) {
    CaseFile closed = files.get(number);
    open(closed, closed.condition(), Act.of(person, OPEN).because(closed.lastReason()));
  }

  /** A stage of an emergency is done: where the table says so, a case of its own does the next. */
  void followUp(String number) {
    CaseFile closed = files.get(number);
    Decision<EmergencyStage> decision = stages.ask(closed);
    if (decision.answer().isLinkedCase()) {
      open(
          closed,
          decision.answer().next(),
          Act.of(Act.RULE, OPEN).with("table", decision.table()).with("row", decision.row()));
    }
  }

  private void open(CaseFile closed, String condition, Act act) {
    process.start(files.openLinked(closed, condition, act.with("condition", condition)).number());
  }
}
