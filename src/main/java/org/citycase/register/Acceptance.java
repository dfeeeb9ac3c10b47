package org.citycase.register;

import static org.citycase.Refusal.Kind.AGAINST_RULES;
import static org.citycase.Refusal.Kind.MALFORMED;

import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.casefile.Place;
import org.citycase.clock.StageLimits;
import org.citycase.process.Completion;
import org.citycase.standard.Grid;
import org.citycase.standard.Grids;
import org.springframework.stereotype.Component;

/** 受理 and 核实: whether a report is taken on, and whether it is true (T03–T07). */
@Component
class Acceptance {

  private static final String ACCEPT = "acceptReport";

  private final CaseFiles files;
  private final StageLimits stages;
  private final Grids grids;
  private final Duplicates duplicates;

  Acceptance(CaseFiles files, StageLimits stages, Grids grids, Duplicates duplicates) {
    this.files = files;
    this.stages = stages;
    this.grids = grids;
    this.duplicates = duplicates;
  }

  /** Accepts by rule what the stage table lets through; tells who decides: rule or person. */
  String acceptByRule(String number) {
    CaseFile file = files.get(number);
    if (file.state() == CaseState.TO_FILE) {
      return Act.RULE;
    }
    if (!stages.byRule(number, "accept", file.reported().channel().code())) {
      return "person";
    }
    files.move(file, CaseState.TO_FILE, Act.of(Act.RULE, ACCEPT));
    return Act.RULE;
  }

  void accept(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Act act = Act.of(said.person(), ACCEPT).because(said.reason());
    switch (said.outcome()) {
      case "accepted" -> passOn(file, act);
      case "verify" -> verifyFirst(file, act);
      case "rejected" -> reject(file, act, said.text("advice"));
      case "enquiry" -> answer(file, act);
      case "merged" -> duplicates.merge(file, said.text("mergedInto"), act);
      default -> files.note(file, act.with("outcome", said.outcome()));
    }
  }

  private void passOn(CaseFile file, Act act) {
    if (file.state() == CaseState.VERIFYING) {
      throw new Refusal(
          AGAINST_RULES,
          "The collector found the report untrue: reject it with advice to the reporter.");
    }
    files.move(file, CaseState.TO_FILE, act);
  }

  private void verifyFirst(CaseFile file, Act act) {
    if (file.state() == CaseState.VERIFYING) {
      throw new Refusal(
          AGAINST_RULES,
          "The report was verified as untrue already: reject it with advice to the reporter.");
    }
    files.move(file, CaseState.VERIFYING, act);
  }

  private void answer(CaseFile file, Act act) {
    if (file.state() == CaseState.VERIFYING) {
      throw new Refusal(
          AGAINST_RULES,
          "The collector found the report untrue: reject it with advice to the reporter.");
    }
    files.move(file, CaseState.REJECTED, act.with("enquiry", true));
  }

  private void reject(CaseFile file, Act act, String advice) {
    file.advise(advice);
    files.move(file, CaseState.REJECTED, act.with("advice", advice));
  }

  /** The collector's answer from the spot. An untrue report waits in VERIFYING to be rejected. */
  void verify(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    file.verified(said.outcome());
    Act act =
        Act.of(said.person(), "verifyReport")
            .because(said.reason())
            .with("verification", said.outcome());
    if (said.outcome().equals("relocated")) {
      act = act.with("fromLat", file.place().lat()).with("fromLng", file.place().lng());
      relocate(file, said);
      act = act.with("grid", file.place().grid());
    }
    if (said.outcome().equals("untrue")) {
      files.note(file, act);
    } else {
      files.move(file, CaseState.REPORTED, act);
    }
  }

  private void relocate(CaseFile file, Completion said) {
    double lat = number(said, "lat");
    double lng = number(said, "lng");
    Grid grid =
        grids
            .at(lat, lng)
            .orElseThrow(
                () ->
                    new Refusal(
                        AGAINST_RULES,
                        "The corrected place %s, %s lies outside every unit grid."
                            .formatted(lat, lng)));
    file.relocate(new Place(lat, lng, file.place().address(), grid.code(), grid.county()));
  }

  private static double number(Completion said, String name) {
    try {
      return Double.parseDouble(said.text(name));
    } catch (NumberFormatException e) {
      throw Refusal.ofField(
          MALFORMED, name, "'%s' is no number of degrees for %s.".formatted(said.text(name), name));
    }
  }
}
