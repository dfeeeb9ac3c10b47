package org.citycase.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citycase.casefile.CaseFile;
import org.citycase.casefile.UnitChoices;
import org.citycase.rules.Decision;
import org.citycase.rules.DecisionTables;
import org.citycase.standard.Component;
import org.citycase.standard.Components;
import org.citycase.standard.Grid;
import org.citycase.standard.Grids;
import org.citycase.standard.Unit;
import org.citycase.standard.Units;

/**
 * Asks the table {@code unit-type} which kind of unit answers for the problem, gathers who might be
 * responsible (owner of the component, department grid, units of the type at the place) and asks
 * the table {@code responsible-unit} which of them it is.
 */
@org.springframework.stereotype.Component
class ResponsibleUnits implements UnitChoices {

  private static final String TABLE = "responsible-unit";
  private static final String TYPES = "unit-type";

  private final DecisionTables tables;
  private final Components components;
  private final Grids grids;
  private final Units units;

  ResponsibleUnits(DecisionTables tables, Components components, Grids grids, Units units) {
    this.tables = tables;
    this.components = components;
    this.grids = grids;
    this.units = units;
  }

  /** The unit that is responsible, or null when people have to agree; and the row that said so. */
  record Choice(String unit, String table, String row) {}

  private record Candidates(String unitType, String owner, String workGrid, List<Unit> ofType) {

    /** The unit the table chose, or null. */
    String chosen(ResponsibleUnit answer) {
      return switch (answer.choice()) {
        case "owner" -> owner;
        case "workGrid" -> workGrid;
        case "unitType" -> onlyOfType();
        case "unit" -> answer.unit();
        default -> null;
      };
    }

    /** None or several of the type: people have to agree. */
    private String onlyOfType() {
      return ofType.size() == 1 ? ofType.get(0).code() : null;
    }
  }

  /** Asks both tables and keeps their receipts with the case. */
  Choice ask(CaseFile file) {
    UnitType type = tables.ask(file.number(), TYPES, typeQuestion(file), UnitType.class).answer();
    Candidates candidates = candidates(file, type.unitType());
    return choice(
        tables.ask(file.number(), TABLE, question(file, candidates), ResponsibleUnit.class),
        candidates);
  }

  /** What the tables would say; keeps no receipt. */
  Choice propose(CaseFile file) {
    UnitType type =
        tables.peekFor(file.number(), TYPES, typeQuestion(file), UnitType.class).answer();
    Candidates candidates = candidates(file, type.unitType());
    return choice(
        tables.peekFor(file.number(), TABLE, question(file, candidates), ResponsibleUnit.class),
        candidates);
  }

  @Override
  public boolean followFrom(String table) {
    return table.equals(TABLE) || table.equals(TYPES);
  }

  @Override
  public String unit(
      CaseFile file, String table, Map<String, Object> question, Map<String, Object> answer) {
    if (table.equals(TABLE)) {
      Candidates candidates = candidates(file, String.valueOf(question.get("unitType")));
      String unit = String.valueOf(answer.get("unit"));
      return candidates.chosen(new ResponsibleUnit(String.valueOf(answer.get("choice")), unit));
    }
    Candidates candidates = candidates(file, String.valueOf(answer.get("unitType")));
    return candidates.chosen(
        tables
            .peekFor(file.number(), TABLE, question(file, candidates), ResponsibleUnit.class)
            .answer());
  }

  private static Choice choice(Decision<ResponsibleUnit> decision, Candidates candidates) {
    return new Choice(candidates.chosen(decision.answer()), decision.table(), decision.row());
  }

  private static UnitTypeQuestion typeQuestion(CaseFile file) {
    return new UnitTypeQuestion(file.category(), file.condition(), file.place().district());
  }

  private Candidates candidates(CaseFile file, String type) {
    Grid place = grids.find(file.place().grid()).orElseThrow();
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
