package org.citycase.evaluate;

import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.process.Completion;
import org.springframework.stereotype.Component;

/** 回访: what the reporter says of the result; the closed case keeps its state. */
@Component
class CallBack {

  private final CaseFiles files;

  CallBack(CaseFiles files) {
    this.files = files;
  }

  void callBack(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    file.rated(said.outcome());
    files.note(
        file,
        Act.of(said.person(), "callBack")
            .because(said.reason())
            .with("satisfaction", said.outcome())
            .with("objective", said.inputs().get("objective")));
  }
}
