package org.citycase.standard;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.citycase.standard.Sheet.Line;

/** Reads {@code work-grids.csv}: which unit serves which unit grid for a unit type. */
final class WorkGridsFile {

  static final String NAME = "work-grids.csv";
  private static final List<String> COLUMNS = List.of("unit", "unit_type", "grid");

  private final Set<String> units;
  private final Set<String> unitTypes;
  private final Set<String> grids;
  private final Keys places = new Keys("The work grid of");

  private WorkGridsFile(Set<String> units, Set<String> unitTypes, Set<String> grids) {
    this.units = units;
    this.unitTypes = unitTypes;
    this.grids = grids;
  }

  static List<WorkGrid> read(
      InputStream in, Set<String> units, Set<String> unitTypes, Set<String> grids)
      throws IOException {
    return Sheet.read(NAME, in, COLUMNS).each(new WorkGridsFile(units, unitTypes, grids)::place);
  }

  private WorkGrid place(Line line) {
    String unit = line.required("unit", 32);
    if (!units.contains(unit)) {
      throw Findings.wrong("Unit " + unit + " is not in units.csv.");
    }
    String type = UnitsFile.requireUnitType(line, unitTypes);
    String grid = line.required("grid", 15);
    if (!grids.contains(grid)) {
      throw Findings.wrong("Grid " + grid + " is not in grids.geojson.");
    }
    places.once(type + " in grid " + grid, line.number());
    return new WorkGrid(unit, type, grid);
  }
}
