package org.citycase.dispatch;

import static org.citycase.Refusal.Kind.MALFORMED;
import static org.citycase.Refusal.Kind.NOT_ALLOWED;

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
    if (!stages.byRule(number, "dispatch", file.reported().channel().code())) {
      return "person";
    }
    ResponsibleUnits.Choice choice = responsible.ask(file);
    if (choice.unit() == null) {
      files.move(
          file,
          CaseState.COORDINATING,
          Act.of(Act.RULE, COORDINATE).with("table", choice.table()).with("row", choice.row()));
      return "coordinate";
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
      case "coordinate" -> files.move(file, CaseState.COORDINATING, act);
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
    file.assignment().coordinate(helpers, said.text("split"));
    send(
        file,
        main,
        Act.of(said.person(), COORDINATE)
            .because(said.reason())
            .with("coUnits", helpers.isEmpty() ? null : helpers));
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

  private String unit(String code, String field) {
    if (code == null || units.find(code).isEmpty()) {
      throw Refusal.ofField(
          MALFORMED, field, "Unknown unit '" + code + "': use the code of a unit of this city.");
    }
    return code;
  }

  /** The handling clock starts now, with the limit the case was filed under. */
  private void send(CaseFile file, String unit, Act act) {
    if (act.actor().equals(file.course().filedBy()) && !act.actor().equals(Act.RULE)) {
      throw new Refusal(
          NOT_ALLOWED,
          "%s filed case %s and may not dispatch it: supervision and command are two duties."
              .formatted(act.actor(), file.number()));
    }
    file.assignment().to(unit);
    clocks.start(file.number(), file.limit(), unit, clock.instant());
    files.move(file, CaseState.DISPATCHED, act.with("unit", unit));
  }
}
