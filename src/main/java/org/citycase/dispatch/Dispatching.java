package org.citycase.dispatch;

import static org.citycase.Refusal.Kind.MALFORMED;
import static org.citycase.Refusal.Kind.NOT_ALLOWED;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.citycase.Refusal;
import org.citycase.casefile.Act;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.CaseFiles;
import org.citycase.casefile.CaseState;
import org.citycase.clock.CaseClocks;
import org.citycase.clock.CityClock;
import org.citycase.clock.StageLimits;
import org.citycase.process.Completion;
import org.citycase.standard.Units;
import org.springframework.stereotype.Component;

/** 派遣 and 协调: to the one responsible unit, by rule or by a person (T11–T13). */
@Component
class Dispatching {

  private static final String DISPATCH = "dispatchCase";
  private static final String COORDINATE = "coordinateCase";
  private static final String COORDINATION = "coordinate";

  private final CaseFiles files;
  private final ResponsibleUnits responsible;
  private final StageLimits stages;
  private final CaseClocks clocks;
  private final CityClock clock;
  private final Units units;

  Dispatching(
      CaseFiles files,
      ResponsibleUnits responsible,
      StageLimits stages,
      CaseClocks clocks,
      CityClock clock,
      Units units) {
    this.files = files;
    this.responsible = responsible;
    this.stages = stages;
    this.clocks = clocks;
    this.clock = clock;
    this.units = units;
  }

  /** Dispatches by rule where one unit is responsible; tells how the case goes on. */
  String dispatchByRule(String number) {
    CaseFile file = files.get(number);
    if (file.state() == CaseState.COORDINATING) {
      return COORDINATION;
    }
    if (!stages.byRule(number, "dispatch", file.reported().channel().code())) {
      return "person";
    }
    ResponsibleUnits.Choice choice = responsible.ask(file);
    if (choice.unit() == null) {
      files.move(
          file,
          CaseState.COORDINATING,
          Act.of(Act.RULE, COORDINATE).with("table", choice.table()).with("row", choice.row()));
      return COORDINATION;
    }
    Act act = Act.of(Act.RULE, DISPATCH).with("table", choice.table()).with("row", choice.row());
    send(file, choice.unit(), act);
    return "dispatched";
  }

  void dispatch(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    Act act = Act.of(said.person(), DISPATCH).because(said.reason());
    switch (said.outcome()) {
      case "dispatched" -> send(file, unit(said.text("unit"), "unit"), act);
      case COORDINATION -> files.move(file, CaseState.COORDINATING, act);
      case "sentBack" -> {
        file.unfile();
        files.move(file, CaseState.TO_FILE, act);
      }
      default -> files.note(file, act.with("outcome", said.outcome()));
    }
  }

  /** The coordinator names the main unit and those that help; no return is allowed afterwards. */
  void coordinate(Completion said) {
    CaseFile file = files.get(said.caseNumber());
    String main = unit(said.text("unit"), "unit");
    List<String> helpers = helpers(said.text("coUnits"), main);
    String split = Split.of(said.text("split"), 1 + helpers.size());
    file.assignment().coordinate(helpers, split);
    send(
        file,
        main,
        Act.of(said.person(), COORDINATE)
            .because(said.reason())
            .with("coUnits", helpers.isEmpty() ? null : helpers)
            .with("split", split));
  }

  private List<String> helpers(String text, String main) {
    if (text == null) {
      return List.of();
    }
    List<String> helpers =
        Arrays.stream(text.split("[,\\s]+"))
            .filter(code -> !code.isBlank())
            .map(code -> unit(code, "coUnits"))
            .distinct()
            .toList();
    if (helpers.contains(main)) {
      throw Refusal.ofField(
          MALFORMED, "coUnits", main + " is the main unit and cannot help itself.");
    }
    return helpers;
  }

  String unit(String code, String field) {
    if (code == null || units.find(code).isEmpty()) {
      throw Refusal.ofField(
          MALFORMED, field, "Unknown unit '" + code + "': use the code of a unit of this city.");
    }
    return code;
  }

  /**
   * The handling clock starts now with the limit the case was filed under; it runs on with what is
   * left when the same unit gets the case again under the same limit.
   */
  void send(CaseFile file, String unit, Act act) {
    if (act.actor().equals(file.course().filedBy()) && !act.actor().equals(Act.RULE)) {
      throw new Refusal(
          NOT_ALLOWED,
          "%s filed case %s and may not dispatch it: supervision and command are two duties."
              .formatted(act.actor(), file.number()));
    }
    file.dispatchTo(unit, clock.instant());
    run(file);
    files.move(file, CaseState.DISPATCHED, act.with("unit", unit));
  }

  private void run(CaseFile file) {
    String number = file.number();
    Instant now = clock.instant();
    if (!clocks.exists(number)) {
      clocks.start(number, file.terms(), now);
    } else if (file.assignment().unit().equals(clocks.holderUnit(number))
        && file.limit().equals(clocks.view(number, now).limit())) {
      clocks.resume(number, "dispatched again", now);
    } else {
      clocks.restart(number, file.terms(), "moved to " + file.assignment().unit(), now);
    }
  }
}
