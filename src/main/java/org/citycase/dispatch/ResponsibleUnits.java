package org.citycase.dispatch;

import java.util.List;
import java.util.Optional;
import org.citycase.casefile.CaseFile;
import org.citycase.rules.Decision;
import org.citycase.rules.DecisionTables;
import org.citycase.standard.Catalogue;
import org.citycase.standard.Component;
import org.citycase.standard.Components;
import org.citycase.standard.Condition;
import org.citycase.standard.Grid;
import org.citycase.standard.Grids;
import org.citycase.standard.Unit;
import org.citycase.standard.Units;

/**
 * Gathers who might be responsible (owner of the component, department grid, units of the type at
 * the place) and asks the table {@code responsible-unit} which of them it is.
 */
@org.springframework.stereotype.Component
class ResponsibleUnits {

  private static final String TABLE = "responsible-unit";

  private final DecisionTables tables;
  private final Catalogue catalogue;
  private final Components components;
  private final Grids grids;
  private final Units units;

  ResponsibleUnits(
      DecisionTables tables, Catalogue catalogue, Components components, Grids grids, Units units) {
    this.tables = tables;
    this.catalogue = catalogue;
    this.components = components;
    this.grids = grids;
    this.units = units;
  }

  /** The unit that is responsible, or null when people have to agree; and the row that said so. */
  record Choice(String unit, String table, String row) {}

  private record Candidates(String unitType, String owner, String workGrid, List<Unit> ofType) {

    /** None or several of the type: people have to agree. */
    String onlyOfType() {
      return ofType.size() == 1 ? ofType.get(0).code() : null;
    }
  }

  /** Asks and keeps the receipt with the case. */
  Choice ask(CaseFile file) {
    Candidates candidates = candidates(file);
    return choice(
        tables.ask(file.number(), TABLE, question(file, candidates), ResponsibleUnit.class),
        candidates);
  }

  /** What the table would say; keeps no receipt. */
  Choice propose(CaseFile file) {
    Candidates candidates = candidates(file);
    return choice(
        tables.peek(TABLE, question(file, candidates), ResponsibleUnit.class), candidates);
  }

  private static Choice choice(Decision<ResponsibleUnit> decision, Candidates candidates) {
    ResponsibleUnit answer = decision.answer();
    String unit =
        switch (answer.choice()) {
          case "owner" -> candidates.owner();
          case "workGrid" -> candidates.workGrid();
          case "unitType" -> candidates.onlyOfType();
          case "unit" -> answer.unit();
          default -> null;
        };
    return new Choice(unit, decision.table(), decision.row());
  }

  private Candidates candidates(CaseFile file) {
    Grid place = grids.find(file.place().grid()).orElseThrow();
    String type =
        Optional.ofNullable(file.condition())
            .flatMap(catalogue::condition)
            .or(() -> catalogue.conditionsOf(file.category()).stream().findFirst())
            .map(Condition::unitType)
            .orElse("");
    String owner =
        Optional.ofNullable(file.reported().component())
            .flatMap(components::find)
            .map(Component::ownerUnit)
            .orElse(null);
    boolean event = file.category().startsWith("E");
    String workGrid =
        event ? units.workGrid(type, place.code()).map(Unit::code).orElse(null) : null;
    return new Candidates(type, owner, workGrid, units.ofType(type, place));
  }

  private static ResponsibleUnitQuestion question(CaseFile file, Candidates candidates) {
    return new ResponsibleUnitQuestion(
        file.category(),
        candidates.unitType(),
        file.place().district(),
        file.reported().channel().code(),
        candidates.owner() != null,
        candidates.workGrid() != null,
        candidates.ofType().size(),
        file.returnCount());
  }
}
