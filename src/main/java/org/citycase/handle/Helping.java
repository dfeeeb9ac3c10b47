package org.citycase.handle;

import static org.citycase.Refusal.Kind.AGAINST_RULES;

import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.process.Completion;
import org.springframework.stereotype.Component;

/** 会办: each co-unit does its own sub-task; the main unit feeds back when all are done. */
@Component
class Helping {

  private final CaseFiles files;

  Helping(CaseFiles files) {
    this.files = files;
  }

  void help(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    String coUnit = said.text("helper");
    if (coUnit == null || !file.assignment().stillToHelp().contains(coUnit)) {
      throw new Refusal(
          AGAINST_RULES,
          "%s has no open sub-task in case %s: read the case again."
              .formatted(coUnit, file.number()));
    }
    file.assignment().helpedBy(coUnit);
    files.note(
        file,
        Act.of(said.person(), "helpHandle")
            .because(said.reason())
            .with("unit", coUnit)
            .with("result", said.text("result")));
  }
}
